// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** What the documents about the whole cluster say must agree. */
final class ClusterChecks {
  private final LiveCluster cluster;
  private final ClassicReader reader;

  ClusterChecks(LiveCluster cluster) {
    this.cluster = requireNonNull(cluster);
    this.reader = cluster.reader();
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest(
            "jobs, joboverview and overview agree", () -> reader.eventually(this::jobsAgree)),
        dynamicTest(
            "joboverview has the same jobs as its halves", () -> reader.eventually(this::halves)),
        dynamicTest(
            "the task managers' slots add up to those of overview",
            () -> reader.eventually(this::slots)),
        dynamicTest("each task manager is listed as it is shown", this::taskManagers),
        dynamicTest("the uploaded jar is listed with its programs", this::jar),
        dynamicTest("exactly the metrics that are asked for are answered", this::metrics),
        dynamicTest("jobs that have ended are in the order in which they did", this::order),
        dynamicTest("overview and config name the same Flink", this::version));
  }

  private void jobsAgree() {
    JsonNode jobs = reader.get("/jobs");
    JsonNode byState = reader.get("/joboverview");
    JsonNode overview = reader.get("/overview");
    assertThat(texts(jobs.path("jobs-running"), ""))
        .contains(cluster.job(JobKind.RUNNING))
        .isEqualTo(ids(byState.path("running"), null));
    agree(jobs, byState, overview, "finished", "FINISHED", JobKind.FINISHED);
    agree(jobs, byState, overview, "cancelled", "CANCELED", JobKind.CANCELED);
    agree(jobs, byState, overview, "failed", "FAILED", JobKind.FAILED);
    assertThat(overview.path("jobs-running").asInt()).isEqualTo(jobs.path("jobs-running").size());
  }

  private void agree(
      JsonNode jobs, JsonNode byState, JsonNode overview, String group, String state, JobKind one) {
    assertThat(texts(jobs.path("jobs-" + group), ""))
        .as(group)
        .contains(cluster.job(one))
        .isEqualTo(ids(byState.path("finished"), state))
        .hasSize(overview.path("jobs-" + group).asInt());
  }

  private void halves() {
    JsonNode both = reader.get("/joboverview");
    assertThat(ids(reader.get("/joboverview/running").path("jobs"), null))
        .isEqualTo(ids(both.path("running"), null));
    assertThat(ids(reader.get("/joboverview/completed").path("jobs"), null))
        .isEqualTo(ids(both.path("finished"), null));
  }

  private void slots() {
    JsonNode overview = reader.get("/overview");
    JsonNode taskManagers = reader.get("/taskmanagers").path("taskmanagers");
    assertThat(overview.path("taskmanagers").asInt()).isEqualTo(taskManagers.size());
    assertThat(overview.path("slots-total").asLong())
        .isEqualTo(Sums.of(taskManagers, "/slotsNumber"));
    assertThat(overview.path("slots-available").asLong())
        .isEqualTo(Sums.of(taskManagers, "/freeSlots"));
  }

  private void taskManagers() {
    for (JsonNode listed : reader.get("/taskmanagers").path("taskmanagers")) {
      JsonNode shown = reader.get("/taskmanagers/" + listed.path("id").asText());
      assertThat(shown.path("taskmanagers")).hasSize(1);
      JsonNode one = shown.path("taskmanagers").get(0);
      for (String stable : Set.of("id", "path", "dataPort", "slotsNumber", "physicalMemory")) {
        assertThat(one.path(stable)).as(stable).isEqualTo(listed.path(stable));
      }
      JsonNode metrics = one.path("metrics");
      for (String quantity : Set.of("Used", "Committed")) {
        assertThat(metrics.path("total" + quantity).asLong())
            .as("total%s", quantity)
            .isEqualTo(
                metrics.path("heap" + quantity).asLong()
                    + metrics.path("nonHeap" + quantity).asLong());
      }
    }
  }

  private void jar() {
    JsonNode jars = reader.get("/jars");
    for (JsonNode file : jars.path("files")) {
      if (file.path("id").asText().equals(cluster.jarId())) {
        assertThat(file.path("name").asText()).isEqualTo("examples.jar");
        assertThat(texts(file.path("entry"), "name")).contains(LiveCluster.WORD_COUNT);
        return;
      }
    }
    throw new AssertionError("Not listed: " + cluster.jarId() + " in " + jars);
  }

  private void metrics() {
    JsonNode asked = reader.get("/jobmanager/metrics?get=taskSlotsTotal,nosuch");
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).path("id").asText()).isEqualTo("taskSlotsTotal");
    assertThat(asked.get(0).path("value").asLong())
        .isEqualTo(reader.get("/overview").path("slots-total").asLong());
  }

  private void order() {
    for (JsonNode ended :
        List.of(
            reader.get("/joboverview").path("finished"),
            reader.get("/joboverview/completed").path("jobs"))) {
      List<Long> ends = new ArrayList<>();
      ended.forEach(job -> ends.add(job.path("end-time").asLong()));
      assertThat(ends).hasSizeGreaterThan(2).isSorted();
    }
  }

  private void version() {
    assertThat(reader.get("/overview").path("flink-version"))
        .isEqualTo(reader.get("/config").path("flink-version"));
  }

  private static Set<String> ids(JsonNode jobs, @Nullable String state) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode job : jobs) {
      if (state == null || job.path("state").asText().equals(state)) {
        ids.add(job.path("jid").asText());
      }
    }
    return ids;
  }

  private static Set<String> texts(JsonNode list, String member) {
    Set<String> texts = new TreeSet<>();
    list.forEach(e -> texts.add(member.isEmpty() ? e.asText() : e.path(member).asText()));
    return texts;
  }
}
