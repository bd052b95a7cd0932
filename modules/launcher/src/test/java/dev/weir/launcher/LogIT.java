// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Json;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The log and the audit log of a server, in files, as JSON, and with levels that change. */
@Timeout(120)
class LogIT {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final String LAST_JOB = "f".repeat(32);
  private static final String NOTHING =
      "<configuration scan='true' scanPeriod='100 milliseconds'/>";
  private static final String DEBUG =
      NOTHING.replace("/>", "><logger name='dev.weir.resources' level='debug'/></configuration>");

  @TempDir private static Path directory;

  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .arguments(
                      "--cluster=http://127.0.0.1:1",
                      "--set=weir.http.hosts=weir.example.org",
                      "--set=weir.log.format=json",
                      "--set=weir.log.file=" + directory.resolve("log/weir.log"),
                      "--set=weir.log.max-bytes=2 kb",
                      "--set=weir.log.config=" + config(NOTHING),
                      "--set=weir.audit.file=" + directory.resolve("audit/audit.log"),
                      "--set=weir.audit.max-bytes=2 kb",
                      "--set=weir.audit.max-total-bytes=6 kb",
                      "--set=weir.audit.denials-per-minute=4000"));

  private final ClassicClient client = new ClassicClient(WEIR.baseUri());

  private static Path config(String content) {
    try {
      return Files.writeString(directory.resolve("logback.xml"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(directory.resolve(folder))) {
      return files.sorted(Comparator.comparingInt(LogIT::number)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number at the end of a name; the newest file has none. */
  private static int number(Path file) {
    String end = file.getFileName().toString().replaceFirst(".*\\.", "");
    return end.equals("log") ? Integer.MAX_VALUE : Integer.parseInt(end);
  }

  private static List<JsonNode> lines(List<Path> files) {
    return files.stream()
        .flatMap(
            file -> {
              try {
                return Files.readAllLines(file).stream();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .map(Json::parse)
        .toList();
  }

  /** Has a line each written to the log and to the audit log. */
  private void deny(String path) {
    assertThat(client.send("GET", path, Map.of("Host", "evil.example.org")).status())
        .isEqualTo(403);
  }

  private static long told(String message) {
    return WEIR.process().output().lines().filter(line -> line.contains(message)).count();
  }

  @Test
  void filesAreRolledBySizeAndTogetherBounded() {
    List<String> paths = IntStream.range(0, 50).mapToObj("/jobs/%032x/cancel"::formatted).toList();
    paths.forEach(this::deny);

    List<Path> log = files("log");
    assertThat(log).hasSizeGreaterThan(5);
    assertThat(lines(log))
        .filteredOn(line -> line.get("loggerName").asText().equals("dev.weir.audit"))
        .extracting(line -> Json.parse(line.get("formattedMessage").asText()).get("path").asText())
        .containsSubsequence(paths);
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              List<Path> audit = files("audit");
              assertThat(audit).hasSizeBetween(2, 4);
              assertThat(audit)
                  .allSatisfy(
                      file -> {
                        assertThat(Files.size(file)).isLessThan(4096);
                        assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------");
                      });
              assertThat(lines(audit))
                  .last()
                  .satisfies(
                      line -> assertThat(line.get("path").asText()).isEqualTo(paths.get(49)));
            });
  }

  @Test
  void aLevelChangesWhileTheServerRuns() {
    String debugged = "\"loggerName\":\"dev.weir.resources.wire.ProblemMapper\"";
    client.get("/no/such/path");
    assertThat(told(debugged)).isZero();

    config(DEBUG);
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              client.get("/no/such/path");
              assertThat(told(debugged)).isPositive();
            });

    config("<configuration");
    await()
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(told("\"level\":\"ERROR\"")).isPositive());
    // What the file said before goes on counting.
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              long before = told(debugged);
              client.get("/no/such/path");
              assertThat(told(debugged)).isGreaterThan(before);
            });

    config(NOTHING);
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              long before = told(debugged);
              long denied = told(LAST_JOB);
              client.get("/no/such/path");
              deny("/jobs/" + LAST_JOB + "/cancel");
              await().atMost(DEADLINE).until(() -> told(LAST_JOB) > denied);
              assertThat(told(debugged)).isEqualTo(before);
            });
    assertThat(WEIR.process().output().lines().filter(line -> line.startsWith("{")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(Json.parse(line).get("level").isTextual()).isTrue());
  }
}
