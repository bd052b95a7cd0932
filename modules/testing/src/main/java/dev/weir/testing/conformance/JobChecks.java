// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.testing.Sums;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What the documents about one job say must add up, for a job of every kind. */
final class JobChecks {
  private static final List<String> AMOUNTS =
      List.of("/read-bytes", "/write-bytes", "/read-records", "/write-records");

  private final LiveCluster cluster;
  private final ClassicReader reader;

  JobChecks(LiveCluster cluster) {
    this.cluster = requireNonNull(cluster);
    this.reader = cluster.reader();
  }

  Stream<DynamicTest> tests() {
    return Arrays.stream(JobKind.values())
        .flatMap(kind -> kind.hasEnded() ? Stream.concat(always(kind), ended(kind)) : always(kind));
  }

  private Stream<DynamicTest> always(JobKind kind) {
    return Stream.of(
        dynamicTest("tasks by state add up to all, " + kind, () -> tasks(kind)),
        dynamicTest("vertices by state add up to all, " + kind, () -> vertices(kind)),
        dynamicTest("the plan is the one in the details, " + kind, () -> plan(kind)),
        dynamicTest("the plan has the vertices of the details, " + kind, () -> planNodes(kind)),
        dynamicTest("vertices are described by their names, " + kind, () -> descriptions(kind)),
        dynamicTest("times and durations fit, " + kind, () -> times(kind)),
        dynamicTest("each subtask is its current attempt, " + kind, () -> subtasks(kind)),
        dynamicTest("watermarks are those of the subtasks, " + kind, () -> watermarks(kind)),
        dynamicTest("hosts are those of the task managers, " + kind, () -> hosts(kind)));
  }

  private Stream<DynamicTest> ended(JobKind kind) {
    return Stream.of(
        dynamicTest("vertices is the same as the details, " + kind, () -> sameTwice(kind)),
        dynamicTest("subtasks add up to their vertex, " + kind, () -> amounts(kind)),
        dynamicTest("what is sent is what is received, " + kind, () -> records(kind)),
        dynamicTest("subtask times are those of the subtasks, " + kind, () -> subtaskTimes(kind)));
  }

  private void tasks(JobKind kind) {
    JsonNode overview = reader.get("/joboverview");
    JsonNode jobs = overview.path(kind.hasEnded() ? "finished" : "running");
    JsonNode job = null;
    for (JsonNode candidate : jobs) {
      job = candidate.path("jid").asText().equals(cluster.job(kind)) ? candidate : job;
    }
    assertThat(job).as("%s", overview).isNotNull();
    JsonNode tasks = requireNonNull(job).path("tasks");
    assertThat(Sums.ofMembers(tasks, "total")).isEqualTo(tasks.path("total").asLong());
    assertThat(tasks.path("total").asLong())
        .isEqualTo(Sums.of(cluster.read(kind, "").path("vertices"), "/parallelism"));
  }

  private void watermarks(JobKind kind) {
    int all = 0;
    for (JsonNode vertex : cluster.read(kind, "").path("vertices")) {
      for (JsonNode watermark : vertex(kind, vertex, "/watermarks")) {
        String[] name = watermark.path("id").asText().split("\\.", 2);
        assertThat(Integer.parseInt(name[0])).isLessThan(vertex.path("parallelism").asInt());
        assertThat(name[1]).isEqualTo("currentInputWatermark");
        assertThat(watermark.path("value").asText()).matches("-?\\d+");
        all++;
      }
    }
    assertThat(all).isGreaterThanOrEqualTo(kind.hasEnded() ? 0 : 1);
  }

  private void vertices(JobKind kind) {
    JsonNode details = cluster.read(kind, "");
    assertThat(Sums.ofMembers(details.path("status-counts"), ""))
        .isEqualTo(details.path("vertices").size());
    for (JsonNode vertex : details.path("vertices")) {
      assertThat(Sums.ofMembers(vertex.path("tasks"), ""))
          .isEqualTo(vertex.path("parallelism").asLong());
      JsonNode shown = vertex(kind, vertex, "");
      assertThat(shown.path("subtasks")).hasSize(vertex.path("parallelism").asInt());
      assertThat(shown.path("name")).isEqualTo(vertex.path("name"));
    }
  }

  private void plan(JobKind kind) {
    JsonNode plan = cluster.read(kind, "/plan");
    assertThat(plan).isEqualTo(cluster.read(kind, "").path("plan"));
    assertThat(plan.path("jid").asText()).isEqualTo(cluster.job(kind));
  }

  private void planNodes(JobKind kind) {
    JsonNode details = cluster.read(kind, "");
    assertThat(PlanPosition.of(details.path("plan")).keySet())
        .containsExactlyInAnyOrderElementsOf(
            details.path("vertices").findValuesAsText("id").stream().toList());
  }

  /** In 1.3 a vertex is described by its name. */
  private void descriptions(JobKind kind) {
    JsonNode details = cluster.read(kind, "");
    Map<String, String> names = new HashMap<>();
    details
        .path("vertices")
        .forEach(vertex -> names.put(vertex.path("id").asText(), vertex.path("name").asText()));
    for (JsonNode node : details.at("/plan/nodes")) {
      assertThat(node.path("description").asText().replace("&gt;", ">"))
          .isEqualTo(names.get(node.path("id").asText()));
    }
  }

  private void times(JobKind kind) {
    JsonNode details = cluster.read(kind, "");
    long start = details.path("start-time").asLong();
    long end = details.path("end-time").asLong();
    assertThat(start).isEqualTo(details.at("/timestamps/CREATED").asLong());
    if (kind.hasEnded()) {
      assertThat(end).isEqualTo(details.at("/timestamps/" + kind).asLong());
      assertThat(details.path("duration").asLong()).isEqualTo(end - start);
    } else {
      assertThat(end).isEqualTo(-1);
      assertThat(details.path("duration").asLong()).isEqualTo(details.path("now").asLong() - start);
    }
    for (JsonNode vertex : details.path("vertices")) {
      assertThat(vertex.path("start-time").asLong()).isGreaterThanOrEqualTo(start);
      duration(vertex);
      vertex(kind, vertex, "").path("subtasks").forEach(this::duration);
    }
  }

  private void duration(JsonNode part) {
    long end = part.path("end-time").asLong();
    if (end != -1) {
      assertThat(part.path("duration").asLong())
          .as("%s", part)
          .isEqualTo(end - part.path("start-time").asLong());
    }
  }

  private void subtasks(JobKind kind) {
    for (JsonNode vertex : cluster.read(kind, "").path("vertices")) {
      for (JsonNode subtask : vertex(kind, vertex, "").path("subtasks")) {
        String below = "/subtasks/" + subtask.path("subtask").asInt();
        JsonNode current = vertex(kind, vertex, below);
        JsonNode attempt =
            vertex(kind, vertex, below + "/attempts/" + subtask.path("attempt").asInt());
        for (String member : List.of("subtask", "status", "attempt", "start-time", "end-time")) {
          assertThat(current.path(member)).as(member).isEqualTo(subtask.path(member));
          assertThat(attempt.path(member)).as(member).isEqualTo(subtask.path(member));
        }
        assertThat(subtask.path("host").asText()).startsWith(current.path("host").asText() + ":");
      }
    }
  }

  private void hosts(JobKind kind) {
    for (JsonNode vertex : cluster.read(kind, "").path("vertices")) {
      assertThat(
              vertex(kind, vertex, "/taskmanagers").path("taskmanagers").findValuesAsText("host"))
          .containsExactlyInAnyOrderElementsOf(
              vertex(kind, vertex, "").path("subtasks").findValuesAsText("host").stream()
                  .distinct()
                  .toList());
    }
  }

  private void sameTwice(JobKind kind) {
    assertThat(withoutNow(cluster.read(kind, "/vertices")))
        .isEqualTo(withoutNow(cluster.read(kind, "")));
  }

  private void amounts(JobKind kind) {
    for (JsonNode vertex : cluster.read(kind, "").path("vertices")) {
      for (String amount : AMOUNTS) {
        long total = vertex.at("/metrics" + amount).asLong();
        assertThat(Sums.of(vertex(kind, vertex, "").path("subtasks"), "/metrics" + amount))
            .as("%s of the subtasks of %s", amount, vertex.path("name"))
            .isEqualTo(total);
        assertThat(
                Sums.of(
                    vertex(kind, vertex, "/taskmanagers").path("taskmanagers"),
                    "/metrics" + amount))
            .as("%s by task manager of %s", amount, vertex.path("name"))
            .isEqualTo(total);
      }
      JsonNode shares = vertex(kind, vertex, "/taskmanagers").path("taskmanagers");
      for (JsonNode state : List.of(vertex.path("status"))) {
        assertThat(Sums.of(shares, "/status-counts/" + state.asText()))
            .isEqualTo(vertex.at("/tasks/" + state.asText()).asLong());
      }
    }
  }

  /** Records may be lost between tasks of a job that was cancelled or failed, never won. */
  private void records(JobKind kind) {
    JsonNode vertices = cluster.read(kind, "").path("vertices");
    long sent = Sums.of(vertices, "/metrics/write-records");
    long received = Sums.of(vertices, "/metrics/read-records");
    assertThat(sent).isPositive();
    assertThat(received).isPositive().isLessThanOrEqualTo(sent);
  }

  private void subtaskTimes(JobKind kind) {
    for (JsonNode vertex : cluster.read(kind, "").path("vertices")) {
      JsonNode subtasks = vertex(kind, vertex, "").path("subtasks");
      JsonNode times = vertex(kind, vertex, "/subtasktimes").path("subtasks");
      assertThat(times).hasSameSizeAs(subtasks);
      for (int i = 0; i < subtasks.size(); i++) {
        String state = subtasks.get(i).path("status").asText();
        assertThat(times.get(i).at("/timestamps/" + state).asLong())
            .as("when subtask %s of %s became %s", i, vertex.path("name"), state)
            .isEqualTo(subtasks.get(i).path("end-time").asLong());
      }
    }
  }

  private JsonNode vertex(JobKind kind, JsonNode vertex, String below) {
    return cluster.read(kind, "/vertices/" + vertex.path("id").asText() + below);
  }

  private static JsonNode withoutNow(JsonNode details) {
    return ((ObjectNode) details).without("now");
  }
}
