// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the JDK's tool says of another virtual machine. */
public final class JavaTool {
  private JavaTool() {}

  /** The stacks of its threads. */
  public static String stacks(long pid) {
    return jcmd(pid, "Thread.print");
  }

  /** The classes that have instances, after a full garbage collection. */
  public static String classHistogram(long pid) {
    return jcmd(pid, "GC.class_histogram");
  }

  /** The names of its loaded classes that begin with a prefix. */
  public static Set<String> loadedClasses(long pid, String prefix) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(prefix) + "[\\w.$]*")
        .matcher(jcmd(pid, "VM.class_hierarchy", "-i"))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String jcmd(long pid, String... command) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(
                  Stream.concat(Stream.of(jcmd, Long.toString(pid)), Stream.of(command)).toList())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("jcmd " + String.join(" ", command) + " failed: " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
