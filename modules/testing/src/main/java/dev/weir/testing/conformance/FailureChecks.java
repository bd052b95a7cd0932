// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The failing stream fails at a known number, is restarted once, and fails there again. */
final class FailureChecks {
  private static final String AS_IN_1_3 = "Restart with fixed delay (500 ms). #1 restart attempts.";
  private static final String AS_IN_2 = "Restart with fixed delay (PT0.5S). #1 restart attempts.";

  /** What Flink 1.x says of some jobs that set it by configuration. */
  private static final String UNTOLD = "Cluster level default restart strategy";

  private final LiveCluster cluster;
  private final Differences differences;

  FailureChecks(LiveCluster cluster, Differences differences) {
    this.cluster = requireNonNull(cluster);
    this.differences = requireNonNull(differences);
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("the root exception is the user's own", this::rootException),
        dynamicTest("the exceptions of tasks are vertices' and say where", this::allExceptions),
        dynamicTest("jobs that did not fail have no root exception", this::noException),
        dynamicTest("attempts 0 and 1 exist and 2 does not", this::attempts),
        dynamicTest("the job was restarted and failed after that", this::timestamps),
        dynamicTest("the restart strategy is the one of the program", this::strategy));
  }

  private void rootException() {
    assertThat(exceptions().path("root-exception").asText())
        .startsWith("java.lang.")
        .contains("boom")
        .contains("\tat ")
        .doesNotContain("Recovery is suppressed");
  }

  private void allExceptions() {
    JsonNode all = exceptions().path("all-exceptions");
    assertThat(all).isNotEmpty();
    for (JsonNode one : all) {
      assertThat(one.path("exception").asText()).contains("boom");
      assertThat(one.path("task").asText()).matches("(?s).*\\S \\(\\d+/\\d+\\)");
    }
    assertThat(exceptions().path("truncated").asBoolean()).isFalse();
  }

  private void noException() {
    for (JobKind kind : JobKind.values()) {
      if (kind != JobKind.FAILED) {
        JsonNode none = cluster.read(kind, "/exceptions");
        assertThat(none.has("root-exception")).as("%s", none).isFalse();
        assertThat(none.path("all-exceptions")).isEmpty();
      }
    }
  }

  private void attempts() {
    JsonNode vertices = cluster.read(JobKind.FAILED, "").path("vertices");
    for (JsonNode vertex : vertices) {
      String path = "/vertices/" + vertex.path("id").asText() + "/subtasks/0/attempts/";
      JsonNode first = cluster.read(JobKind.FAILED, path + 0);
      JsonNode second = cluster.read(JobKind.FAILED, path + 1);
      assertThat(first.path("attempt").asInt()).isZero();
      assertThat(second.path("attempt").asInt()).isEqualTo(1);
      assertThat(second.path("start-time").asLong())
          .isGreaterThanOrEqualTo(first.path("end-time").asLong());
      Answer third = cluster.client().get("/jobs/" + cluster.job(JobKind.FAILED) + path + 2);
      assertThat(third.status()).as("%s", third).isEqualTo(404);
    }
  }

  private void timestamps() {
    JsonNode timestamps = cluster.read(JobKind.FAILED, "").path("timestamps");
    long restarting = timestamps.path("RESTARTING").asLong();
    assertThat(restarting).isPositive();
    assertThat(timestamps.path("RUNNING").asLong()).isGreaterThanOrEqualTo(restarting);
    assertThat(timestamps.path("FAILING").asLong())
        .isGreaterThanOrEqualTo(timestamps.path("RUNNING").asLong());
    assertThat(timestamps.path("FAILED").asLong())
        .isGreaterThanOrEqualTo(timestamps.path("FAILING").asLong());
  }

  private void strategy() {
    JsonNode config = cluster.read(JobKind.FAILED, "/config");
    String strategy = config.at("/execution-config/restart-strategy").asText();
    assertThat(strategy).isIn(AS_IN_1_3, AS_IN_2, UNTOLD);
    if (!strategy.equals(AS_IN_1_3)) {
      differences.meet("restart-strategy");
    }
  }

  private JsonNode exceptions() {
    return cluster.read(JobKind.FAILED, "/exceptions");
  }
}
