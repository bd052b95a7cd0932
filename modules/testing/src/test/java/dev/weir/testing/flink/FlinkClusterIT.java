// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the tests of faults count on: the processes of a cluster do as they are told. */
@Tag("all-flinks")
@Timeout(300)
class FlinkClusterIT {
  @RegisterExtension
  private static final RunningFlink FLINK =
      new RunningFlink(
          FlinkCluster.of("1.20.4")
              .slots(2)
              // A TaskManager looks for a restarted JobManager only after that.
              .configuration(Map.of("heartbeat.timeout", "8000")));

  private final FlinkCluster cluster = FLINK.cluster();
  private final ClassicClient client = new ClassicClient(FLINK.restAddress());

  @AfterEach
  void everythingRunsAgain() {
    cluster.awaitReady();
  }

  @Test
  void itIsTheFlinkThatWasAskedFor() {
    assertThat(overview().path("flink-version").asText()).isEqualTo("1.20.4");
    assertThat(overview().path("slots-total").asInt()).isEqualTo(2);
  }

  @Test
  void theLogsAreWhereFlinkLooksForThem() {
    assertThat(client.get("/jobmanager/log").text()).contains("StandaloneSessionClusterEntrypoint");
    String taskManager = client.get("/taskmanagers").json().at("/taskmanagers/0/id").asText();
    assertThat(client.get("/taskmanagers/" + taskManager + "/log").text())
        .contains("TaskManagerRunner");
    assertThat(cluster.taskManager(0).tail()).contains("resource manager");
  }

  @Test
  void aKilledTaskManagerIsMissedAndComesBackAsAnother() {
    FlinkProcess taskManager = cluster.taskManager(0);
    long before = taskManager.pid();

    taskManager.kill();
    assertThat(taskManager.isAlive()).isFalse();
    awaitOverview(overview -> overview.path("taskmanagers").asInt() == 0);

    taskManager.restart();
    cluster.awaitReady();
    assertThat(taskManager.pid()).isNotEqualTo(before);
  }

  @Test
  void anAddedTaskManagerBringsItsSlots() {
    FlinkProcess added = cluster.addTaskManager();
    cluster.awaitReady();
    assertThat(overview().path("slots-total").asInt()).isEqualTo(4);

    added.kill();
    awaitOverview(overview -> overview.path("slots-total").asInt() == 2);
  }

  @Test
  void aStoppedJobManagerAnswersOnlyOnceItGoesOn() {
    FlinkProcess jobManager = cluster.jobManager(0);

    jobManager.stop();
    assertThat(jobManager.isAlive()).isTrue();
    assertThat(RestProbe.overview(FLINK.restAddress())).isEmpty();

    jobManager.resume();
    awaitOverview(overview -> overview.path("taskmanagers").asInt() == 1);
  }

  @Test
  void aRestartedJobManagerListensWhereItDid() {
    FlinkProcess jobManager = cluster.jobManager(0);
    assertThat(cluster.leader()).contains(jobManager);

    jobManager.kill();
    assertThat(cluster.leader()).isEmpty();
    assertThatThrownBy(this::overview).isInstanceOf(UncheckedIOException.class);

    jobManager.restart();
    cluster.awaitReady();
    assertThat(cluster.awaitLeader()).isEqualTo(jobManager);
  }

  private JsonNode overview() {
    Answer answer = client.get("/overview");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  private void awaitOverview(Predicate<JsonNode> wanted) {
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::overview, wanted);
  }
}
