// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.testing.container.JavaTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process holds on to.
 *
 * @param heap bytes of all objects after a full collection
 * @param threads threads of the operating system
 * @param descriptors open files and sockets
 */
public record Vitals(long heap, long threads, long descriptors) {
  /** Longer than any deadline of the server, after which it lets go of whatever hangs. */
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

  /** What pools and caches of the server and of the JVM may add, by whatever it is used for. */
  private static final int SPARE_THREADS = 16;

  private static final int SPARE_DESCRIPTORS = 8;
  private static final long SPARE_HEAP = 12L << 20;

  /** Those of a running virtual machine; collects its garbage. */
  public static Vitals of(long pid) {
    Matcher total = TOTAL.matcher(JavaTool.classHistogram(pid));
    if (!total.find()) {
      throw new IllegalStateException("No total in the histogram of process " + pid);
    }
    return new Vitals(Long.parseLong(total.group(1)), entries(pid, "task"), descriptors(pid));
  }

  /** How many files and sockets a process has open. */
  public static long descriptors(long pid) {
    return entries(pid, "fd");
  }

  private static long entries(long pid, String directory) {
    try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(pid), directory))) {
      return entries.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What each descriptor is, and the connections of this machine with their states. */
  private static String open(long pid) {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path entry : entries.toList()) {
        all.append(target(entry)).append('\n');
      }
      for (String table : List.of("tcp", "tcp6")) {
        all.append(Files.readString(Path.of("/proc", Long.toString(pid), "net", table)));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of what may be closed by now. */
  private static String target(Path entry) {
    try {
      return Files.readSymbolicLink(entry).toString();
    } catch (IOException e) {
      return "closed";
    }
  }

  /** Waits until a process holds no more than these, and what may come with use. */
  public void awaitAgain(long pid) {
    await("descriptors of the server")
        .atMost(DEADLINE)
        .untilAsserted(
            () ->
                assertThat(descriptors(pid))
                    .as("descriptors of the server, before: %s, now: %s", this, open(pid))
                    .isLessThanOrEqualTo(descriptors + SPARE_DESCRIPTORS));
    await("threads and heap of the server")
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              Vitals now = of(pid);
              assertThat(now.threads)
                  .as("threads of the server, before: %s", this)
                  .isLessThanOrEqualTo(threads + SPARE_THREADS);
              assertThat(now.heap)
                  .as("heap of the server, before: %s", this)
                  .isLessThanOrEqualTo(heap + SPARE_HEAP);
            });
  }
}
