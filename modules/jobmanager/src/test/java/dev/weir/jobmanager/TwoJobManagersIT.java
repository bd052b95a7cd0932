// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.flink.FlinkCluster;
import dev.weir.testing.flink.FlinkProcess;
import dev.weir.testing.flink.RunningFlink;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two JobManagers and a ZooKeeper, Weir in both. Flink's ports are ranges, so that Weir has to ask
 * ZooKeeper for the leader.
 */
@Timeout(240)
class TwoJobManagersIT {
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  @RegisterExtension
  private static final RunningFlink FLINK =
      new RunningFlink(
          HostedWeir.cluster("2.3.0")
              .highlyAvailable(2)
              .jobManagerKey("rest.bind-port", port -> port + "-" + (port + 1))
              .configuration(
                  Map.of(
                      "high-availability.zookeeper.client.session-timeout", "6000",
                      "weir.refresh-interval", "500ms",
                      "weir.probe-interval", "500ms",
                      "weir.upstream.timeout", "4s")));

  @Test
  void bothPortsShowTheSameJobsBeforeTheLeaderIsKilledAndAfter() throws IOException {
    FlinkCluster cluster = FLINK.cluster();
    FlinkProcess leader = cluster.awaitLeader();
    FlinkProcess standby =
        cluster.jobManagers().stream().filter(one -> one != leader).findFirst().orElseThrow();
    String job = run(HostedWeir.client(standby));
    awaitJobs(HostedWeir.client(leader), Set.of(job));
    awaitJobs(HostedWeir.client(standby), Set.of(job));

    leader.kill();
    await()
        .atMost(DEADLINE)
        .until(() -> cluster.leader().filter(next -> next == standby).isPresent());
    awaitJobs(HostedWeir.client(standby), Set.of(job));
    leader.restart();

    awaitJobs(HostedWeir.client(leader), Set.of(job));
    awaitJobs(HostedWeir.client(standby), Set.of(job));
  }

  private static String run(ClassicClient weir) throws IOException {
    String jar =
        weir.upload("examples.jar", Files.readAllBytes(BuiltJars.examples()))
            .json()
            .path("filename")
            .asText();
    Answer run =
        weir.post("/jars/" + jar + "/run?entry-class=dev.weir.examples.CheckpointedStream");
    assertThat(run.status()).as("%s", run).isEqualTo(200);
    return run.json().path("jobid").asText();
  }

  /** Waits for fresh answers: those of before the change are marked. */
  private static void awaitJobs(ClassicClient weir, Set<String> jobs) {
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              Answer answer = weir.get("/joboverview/running");
              assertThat(answer.status()).as("%s", answer).isEqualTo(200);
              assertThat(answer.header("Weir-Freshness")).as("%s", answer).hasValue("fresh");
              Set<String> shown = new TreeSet<>();
              for (JsonNode job : answer.json().path("jobs")) {
                shown.add(job.path("jid").asText());
              }
              assertThat(shown).as("%s", answer).isEqualTo(jobs);
            });
  }
}
