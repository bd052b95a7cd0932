// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** What the user reads when the server is up. */
class StartReportTest {
  private static final StartReport EMBEDDED =
      new StartReport(
          "0.1.0",
          URI.create("http://127.0.0.1:8081"),
          List.of(
              new StartReport.Cluster(
                  "embedded",
                  true,
                  List.of(URI.create("http://127.0.0.1:40001")),
                  Optional.of("2.3.0"),
                  Optional.of(new StartReport.Capacity(1, 8)))),
          List.of("word count", "checkpointed stream"));

  @Test
  void theEmbeddedFlinkIsReportedWithItsCapacityAndItsJobs() {
    assertThat(String.join("\n", EMBEDDED.lines(Ansi.OFF)))
        .isEqualTo(
            """
            Weir 0.1.0, the classic monitoring API of Apache Flink, is up.

              Listening on  http://127.0.0.1:8081
              Flink         2.3.0, embedded; its own REST API is at http://127.0.0.1:40001
              Capacity      8 slots on 1 TaskManager
              Example jobs  word count, checkpointed stream

            Three addresses to try:
              http://127.0.0.1:8081/overview      the cluster in numbers
              http://127.0.0.1:8081/joboverview   jobs, running and ended
              http://127.0.0.1:8081/taskmanagers  TaskManagers and their slots

            Press Ctrl-C to stop.""");
  }

  @Test
  void aClusterOfWhichNothingIsKnownYetIsReportedByItsAddress() {
    StartReport report =
        new StartReport(
            "0.1.0",
            URI.create("http://localhost:8081"),
            List.of(
                new StartReport.Cluster(
                    "default",
                    false,
                    List.of(URI.create("http://jobmanager:8081")),
                    Optional.empty(),
                    Optional.empty())),
            List.of());

    assertThat(report.lines(Ansi.OFF))
        .containsSubsequence(
            "  Listening on  http://localhost:8081",
            "  Flink         the cluster at http://jobmanager:8081",
            "");
  }

  @Test
  void ofSeveralClustersEachIsReportedByItsName() {
    StartReport report =
        new StartReport(
            "0.1.0",
            URI.create("http://localhost:8081"),
            List.of(
                new StartReport.Cluster(
                    "production-in-the-west",
                    false,
                    List.of(URI.create("http://jm1:8081"), URI.create("http://jm2:8081")),
                    Optional.of("1.20.4"),
                    Optional.of(new StartReport.Capacity(2, 8))),
                new StartReport.Cluster(
                    "lab", false, List.of(), Optional.empty(), Optional.empty())),
            List.of());

    assertThat(report.lines(Ansi.OFF))
        .containsSubsequence(
            "  Listening on  http://localhost:8081",
            "  production-in-the-west  1.20.4, the cluster at http://jm1:8081 and http://jm2:8081",
            "                8 slots on 2 TaskManagers",
            "  lab           not found yet",
            "  http://localhost:8081/clusters     the clusters");
  }

  @Test
  void coloursAreForTerminalsOnly() {
    assertThat(EMBEDDED.lines(Ansi.ON)).anySatisfy(line -> assertThat(line).contains("\u001b[1m"));
    assertThat(EMBEDDED.lines(Ansi.OFF))
        .allSatisfy(line -> assertThat(line).doesNotContain("\u001b", "@|"));
  }
}
