// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The text of the word count is fixed, so all that it reports is known. */
final class WordCountChecks {
  private static final long LINES = 11;
  private static final long WORDS = 112;
  private static final long DIFFERENT_WORDS = 68;

  /** By name: the type, and the value as the classic document would write it. */
  private static final Map<String, String> ACCUMULATORS =
      Map.of(
          "words", "IntCounter: IntCounter 112",
          "letters", "LongCounter: LongCounter 448",
          "pages", "DoubleCounter: DoubleCounter 0.4375",
          "word-length", "AverageAccumulator: AverageAccumulator 4.0",
          "longest-word", "IntMaximum: IntMaximum 10",
          "word-lengths", "Histogram: {1=6, 2=13, 3=27, 4=23, 5=24, 6=14, 7=3, 8=1, 10=1}",
          "long-words", "ListAccumulator: [hydrometry]");

  private final LiveCluster cluster;
  private final Differences differences;

  WordCountChecks(LiveCluster cluster, Differences differences) {
    this.cluster = requireNonNull(cluster);
    this.differences = requireNonNull(differences);
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("the job's accumulators are known", this::ofTheJob),
        dynamicTest("the vertex's accumulators are the job's", this::ofTheVertex),
        dynamicTest("the subtasks' counters add up to the job's", this::ofTheSubtasks),
        dynamicTest("the attempts' accumulators are the subtasks'", this::ofTheAttempts),
        dynamicTest("the records are known", this::records),
        dynamicTest("its arguments are its user config", this::userConfig),
        dynamicTest("it runs in batch mode", this::mode),
        dynamicTest("its plan says how parallel it is, or that it is open", this::parallelism));
  }

  private void ofTheJob() {
    JsonNode accumulators = cluster.read(JobKind.FINISHED, "/accumulators");
    assertThat(texts(accumulators.path("user-task-accumulators"))).isEqualTo(ACCUMULATORS);
    assertThat(accumulators.path("job-accumulators")).isEmpty();
  }

  private void ofTheVertex() {
    assertThat(texts(vertex("/accumulators").path("user-accumulators"))).isEqualTo(ACCUMULATORS);
  }

  private void ofTheSubtasks() {
    long words = 0;
    for (JsonNode subtask : vertex("/subtasks/accumulators").path("subtasks")) {
      String value = requireNonNull(texts(subtask.path("user-accumulators")).get("words"));
      words += Long.parseLong(value.substring(value.lastIndexOf(' ') + 1));
    }
    assertThat(words).isEqualTo(WORDS);
  }

  private void ofTheAttempts() {
    for (JsonNode subtask : vertex("/subtasks/accumulators").path("subtasks")) {
      JsonNode attempt =
          vertex(
              "/subtasks/"
                  + subtask.path("subtask").asInt()
                  + "/attempts/"
                  + subtask.path("attempt").asInt()
                  + "/accumulators");
      assertThat(texts(attempt.path("user-accumulators")))
          .isEqualTo(texts(subtask.path("user-accumulators")));
    }
  }

  private void records() {
    Map<String, Long> written = new HashMap<>();
    Map<String, Long> read = new HashMap<>();
    for (JsonNode vertex : cluster.read(JobKind.FINISHED, "").path("vertices")) {
      String name = vertex.path("name").asText();
      written.put(name, vertex.at("/metrics/write-records").asLong());
      read.put(name, vertex.at("/metrics/read-records").asLong());
    }
    assertThat(written.values()).as("%s", written).contains(LINES, WORDS, DIFFERENT_WORDS);
    assertThat(read.values()).as("%s", read).contains(LINES, WORDS, DIFFERENT_WORDS);
  }

  private void userConfig() {
    assertThat(executionConfig(JobKind.FINISHED).at("/user-config/mode").asText())
        .isEqualTo("batch");
  }

  private void mode() {
    assertThat(executionConfig(JobKind.FINISHED).path("execution-mode").asText())
        .isEqualTo("BATCH");
    assertThat(executionConfig(JobKind.RUNNING).path("execution-mode").asText())
        .isEqualTo("PIPELINED");
  }

  private void parallelism() {
    String plan =
        "/jars/"
            + cluster.jarId()
            + "/plan?program-args=--mode%20batch&entry-class="
            + LiveCluster.WORD_COUNT;
    for (JsonNode node : cluster.reader().get(plan).at("/plan/nodes")) {
      int parallelism = node.path("parallelism").asInt();
      if (parallelism == -1) {
        differences.meet("parallelism-of-a-batch-plan");
      } else {
        assertThat(parallelism).isPositive();
      }
    }
  }

  private JsonNode executionConfig(JobKind kind) {
    return cluster.read(kind, "/config").path("execution-config");
  }

  private JsonNode vertex(String below) {
    String id = cluster.names().verticesWithAccumulators(JobKind.FINISHED).get(0);
    return cluster.read(JobKind.FINISHED, "/vertices/" + id + below);
  }

  private static Map<String, String> texts(JsonNode accumulators) {
    Map<String, String> texts = new HashMap<>();
    accumulators.forEach(
        a ->
            texts.put(
                a.path("name").asText(),
                a.path("type").asText() + ": " + a.path("value").asText()));
    return texts;
  }
}
