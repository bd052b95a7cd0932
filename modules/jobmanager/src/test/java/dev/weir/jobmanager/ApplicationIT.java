// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.flink.FlinkProcess;
import dev.weir.testing.flink.RunningFlink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Application mode: the JobManager runs one job of its own, and Weir beside it. */
@Timeout(120)
class ApplicationIT {
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  @RegisterExtension
  private static final RunningFlink FLINK =
      new RunningFlink(
          () ->
              HostedWeir.cluster("2.3.0")
                  .artifacts("flink-container")
                  .jars(BuiltJars.examples())
                  .application("dev.weir.examples.CheckpointedStream")
                  .jobManagerJvm("-Xmx256m"));

  @Test
  void theJobOfTheApplicationIsServedAndTheEndLeavesNothing() throws IOException {
    FlinkProcess jobManager = FLINK.cluster().jobManager(0);
    ClassicClient weir = HostedWeir.client(jobManager);
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () ->
                assertThat(weir.get("/joboverview/running").json().at("/jobs/0/state").asText())
                    .isEqualTo("RUNNING"));
    assertThat(workDirectories()).hasSize(1);

    jobManager.terminate();

    assertThat(workDirectories()).isEmpty();
  }

  private static List<Path> workDirectories() throws IOException {
    try (Stream<Path> files = Files.list(FLINK.cluster().tmp())) {
      return files.filter(file -> file.getFileName().toString().startsWith("weir-")).toList();
    }
  }
}
