// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.reference.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a cluster calls the things that paths name: jobs, vertices, checkpoints, task managers,
 * jars, metrics. The recorded cluster and a live one are asked in the same way.
 */
final class ClusterNames {
  private final Map<JobKind, String> jobs;
  private final Function<String, JsonNode> get;

  /**
   * Makes the names of one cluster.
   *
   * @param jobs the job of each kind
   * @param get reads the JSON document at a classic path
   */
  ClusterNames(Map<JobKind, String> jobs, Function<String, JsonNode> get) {
    this.jobs = new EnumMap<>(jobs);
    this.get = requireNonNull(get);
  }

  /** The names of the recorded cluster, in which every job is in a state of its own. */
  static ClusterNames recorded() {
    Function<String, JsonNode> get = path -> Reference.read(path).json();
    Map<JobKind, String> jobs = new EnumMap<>(JobKind.class);
    for (JsonNode group : get.apply("/joboverview")) {
      for (JsonNode job : group) {
        jobs.put(JobKind.valueOf(job.path("state").textValue()), job.path("jid").textValue());
      }
    }
    return new ClusterNames(jobs, get);
  }

  /** The id of the job of a kind. */
  String job(JobKind kind) {
    return requireNonNull(jobs.get(kind), () -> "There is no job that is " + kind);
  }

  /** The kind of a job; empty if it is none of the jobs of this cluster. */
  Optional<JobKind> kindOf(String job) {
    return jobs.entrySet().stream()
        .filter(entry -> entry.getValue().equals(job))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The plan of a job. */
  JsonNode plan(JobKind kind) {
    return get.apply("/jobs/" + job(kind) + "/plan");
  }

  /** The vertices of a job that keep accumulators. */
  List<String> verticesWithAccumulators(JobKind kind) {
    return PlanPosition.of(plan(kind)).keySet().stream()
        .filter(vertex -> !accumulators(kind, vertex).isEmpty())
        .toList();
  }

  private JsonNode accumulators(JobKind kind, String vertex) {
    return get.apply("/jobs/" + job(kind) + "/vertices/" + vertex + "/accumulators")
        .path("user-accumulators");
  }

  /** The ids of the completed checkpoints of a job, the newest first. */
  List<String> completedCheckpoints(JobKind kind) {
    List<String> ids = new ArrayList<>();
    for (JsonNode entry : get.apply("/jobs/" + job(kind) + "/checkpoints").path("history")) {
      if (entry.path("status").asText().equals("COMPLETED")) {
        ids.add(entry.path("id").asText());
      }
    }
    return ids;
  }

  /** The ids of the task managers. */
  List<String> taskManagers() {
    return texts(get.apply("/taskmanagers").path("taskmanagers"), "id");
  }

  /** The ids of the jars by the names they were uploaded under. */
  Map<String, String> jars() {
    Map<String, String> ids = new LinkedHashMap<>();
    for (JsonNode file : get.apply("/jars").path("files")) {
      ids.putIfAbsent(file.path("name").textValue(), file.path("id").textValue());
    }
    return ids;
  }

  private static List<String> texts(JsonNode list, String member) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.path(member).textValue()));
    return texts;
  }
}
