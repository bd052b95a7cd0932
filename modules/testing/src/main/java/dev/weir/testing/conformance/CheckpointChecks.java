// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What the documents about checkpoints say must agree; one job was cancelled with a savepoint. */
final class CheckpointChecks {
  /** As many as Flink remembers unless it is told otherwise. */
  private static final int HISTORY = 10;

  private final LiveCluster cluster;

  CheckpointChecks(LiveCluster cluster) {
    this.cluster = requireNonNull(cluster);
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("checkpoints by outcome add up, running job", () -> counts(JobKind.RUNNING)),
        dynamicTest("checkpoints by outcome add up, ended job", () -> counts(JobKind.CANCELED)),
        dynamicTest("the history is newest first, running job", () -> order(JobKind.RUNNING)),
        dynamicTest("the history is newest first, ended job", () -> order(JobKind.CANCELED)),
        dynamicTest("each checkpoint is listed as it is shown", this::details),
        dynamicTest("checkpoints that did not complete say so", this::incomplete),
        dynamicTest("a vertex's subtasks add up to its share", this::subtasks),
        dynamicTest("the last checkpoint of the cancelled job is its savepoint", this::savepoint),
        dynamicTest("the summary covers the history", this::summary),
        dynamicTest("the interval is the one of the program", this::config),
        dynamicTest("a job without checkpointing has none", this::without));
  }

  private void counts(JobKind kind) {
    JsonNode checkpoints = checkpoints(kind);
    JsonNode counts = checkpoints.path("counts");
    assertThat(counts.path("total").asLong())
        .isEqualTo(
            counts.path("completed").asLong()
                + counts.path("failed").asLong()
                + counts.path("in_progress").asLong());
    // What failed before it had begun is counted and not listed.
    assertThat(checkpoints.path("history").size())
        .isBetween(
            Math.min(HISTORY, counts.path("completed").asInt()),
            Math.min(HISTORY, counts.path("total").asInt()));
    assertThat(counts.path("restored").asInt()).isZero();
  }

  private void order(JobKind kind) {
    List<Long> ids = new ArrayList<>();
    JsonNode checkpoints = checkpoints(kind);
    checkpoints.path("history").forEach(entry -> ids.add(entry.path("id").asLong()));
    assertThat(ids).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
    assertThat(ids.get(0))
        .isBetween(
            checkpoints.at("/counts/completed").asLong(), checkpoints.at("/counts/total").asLong());
    checkpoints
        .path("latest")
        .forEach(latest -> assertThat(ids).contains(latest.path("id").asLong()));
  }

  private void details() {
    for (JsonNode listed : checkpoints(JobKind.CANCELED).path("history")) {
      JsonNode shown = details(listed);
      listed
          .properties()
          .forEach(
              member ->
                  assertThat(shown.get(member.getKey()))
                      .as("%s of %s", member.getKey(), shown)
                      .isEqualTo(member.getValue()));
      JsonNode tasks = shown.path("tasks");
      for (String number : List.of("/num_subtasks", "/num_acknowledged_subtasks", "/state_size")) {
        assertThat(Sums.of(tasks, number)).as(number).isEqualTo(shown.at(number).asLong());
      }
    }
  }

  private void incomplete() {
    for (JobKind kind : List.of(JobKind.RUNNING, JobKind.CANCELED)) {
      for (JsonNode entry : checkpoints(kind).path("history")) {
        boolean failed = entry.path("status").asText().equals("FAILED");
        boolean completed = entry.path("status").asText().equals("COMPLETED");
        assertThat(entry.has("failure_timestamp")).as("%s", entry).isEqualTo(failed);
        assertThat(entry.has("discarded")).as("%s", entry).isEqualTo(completed);
      }
    }
  }

  private void subtasks() {
    JsonNode listed = checkpoints(JobKind.CANCELED).path("history").get(0);
    details(listed)
        .path("tasks")
        .properties()
        .forEach(
            task -> {
              JsonNode shown =
                  cluster.read(
                      JobKind.CANCELED,
                      "/checkpoints/details/" + listed.path("id") + "/subtasks/" + task.getKey());
              assertThat(shown.path("subtasks"))
                  .hasSize(task.getValue().path("num_subtasks").asInt());
              assertThat(Sums.of(shown.path("subtasks"), "/state_size"))
                  .isEqualTo(task.getValue().path("state_size").asLong());
              assertThat(shown.path("latest_ack_timestamp"))
                  .isEqualTo(task.getValue().path("latest_ack_timestamp"));
            });
  }

  private void savepoint() {
    JsonNode checkpoints = checkpoints(JobKind.CANCELED);
    JsonNode newest = checkpoints.path("history").get(0);
    assertThat(newest.path("is_savepoint").asBoolean()).isTrue();
    assertThat(newest.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(checkpoints.at("/latest/savepoint/id")).isEqualTo(newest.path("id"));
    assertThat(checkpoints.at("/latest/savepoint/external_path").asText())
        .isEqualTo(newest.path("external_path").asText());
    assertThat(lastName(cluster.savepointPath()))
        .isEqualTo(lastName(newest.path("external_path").asText()));
    for (int i = 1; i < checkpoints.path("history").size(); i++) {
      assertThat(checkpoints.at("/history/" + i + "/is_savepoint").asBoolean()).isFalse();
    }
  }

  /** One that the end of the job cut off is in the history and in no summary. */
  private void summary() {
    JsonNode checkpoints = checkpoints(JobKind.CANCELED);
    for (JsonNode entry : checkpoints.path("history")) {
      if (!entry.path("status").asText().equals("COMPLETED")) {
        continue;
      }
      for (String quantity : List.of("state_size", "end_to_end_duration")) {
        JsonNode range = checkpoints.path("summary").path(quantity);
        assertThat(entry.path(quantity).asLong())
            .as("%s of checkpoint %s", quantity, entry.path("id"))
            .isBetween(range.path("min").asLong(), range.path("max").asLong());
        assertThat(range.path("avg").asLong())
            .isBetween(range.path("min").asLong(), range.path("max").asLong());
      }
    }
  }

  private void config() {
    JsonNode config = cluster.read(JobKind.RUNNING, "/checkpoints/config");
    assertThat(config.path("interval").asLong()).isEqualTo(1000);
    assertThat(config.path("mode").asText()).isEqualTo("exactly_once");
  }

  private void without() {
    assertThat(cluster.read(JobKind.FINISHED, "/checkpoints")).isEmpty();
    assertThat(cluster.read(JobKind.FINISHED, "/checkpoints/config")).isEmpty();
  }

  private JsonNode checkpoints(JobKind kind) {
    return cluster.read(kind, "/checkpoints");
  }

  private JsonNode details(JsonNode listed) {
    return cluster.read(JobKind.CANCELED, "/checkpoints/details/" + listed.path("id"));
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
