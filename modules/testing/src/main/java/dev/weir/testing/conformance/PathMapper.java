// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns a recorded path into the path that means the same on a live cluster. What names nothing in
 * the recorded cluster (an unknown id, a malformed one) stays as it is.
 */
final class PathMapper {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

  private final ClusterNames recorded;
  private final ClusterNames live;
  private final Map<String, JarProgram> programs;

  /** A program of a live jar: the jar's id and the class to run. */
  record JarProgram(String jarId, String entryClass) {}

  /**
   * Makes a mapper.
   *
   * @param programs what stands for a recorded jar, by the recorded jar's name
   */
  PathMapper(ClusterNames recorded, ClusterNames live, Map<String, JarProgram> programs) {
    this.recorded = requireNonNull(recorded);
    this.live = requireNonNull(live);
    this.programs = Map.copyOf(programs);
  }

  /** The live path, with its query, of a recorded one. */
  String toLive(String recordedPath) {
    String[] parts = recordedPath.split("\\?", 2);
    String[] segments = parts[0].split("/", -1);
    List<String> mapped = new ArrayList<>();
    Optional<JobKind> job = Optional.empty();
    Optional<JarProgram> jar = Optional.empty();
    for (int i = 0; i < segments.length; i++) {
      String before = i == 0 ? "" : segments[i - 1];
      String segment = segments[i];
      switch (before) {
        case "jobs" -> {
          job = recorded.kindOf(segment);
          mapped.add(job.map(live::job).orElse(segment));
        }
        case "jars" -> {
          jar = program(segment);
          mapped.add(jar.map(JarProgram::jarId).orElse(segment));
        }
        case "vertices" -> mapped.add(vertex(job, segment));
        case "subtasks" ->
            mapped.add(HEX.matcher(segment).matches() ? vertex(job, segment) : segment);
        case "details" -> mapped.add(checkpoint(job, segment));
        case "taskmanagers" ->
            mapped.add(
                recorded.taskManagers().contains(segment) ? live.taskManagers().get(0) : segment);
        default -> mapped.add(segment);
      }
    }
    String path = String.join("/", mapped);
    String query = parts.length == 2 ? parts[1] : "";
    return jar.map(program -> withEntryClass(path, query, program))
        .orElse(query.isEmpty() ? path : path + "?" + query);
  }

  private static String withEntryClass(String path, String query, JarProgram program) {
    String entry = "entry-class=" + program.entryClass();
    return path + "?" + (query.isEmpty() ? entry : query + "&" + entry);
  }

  private Optional<JarProgram> program(String recordedId) {
    return recorded.jars().entrySet().stream()
        .filter(entry -> entry.getValue().equals(recordedId))
        .map(entry -> requireNonNull(programs.get(entry.getKey()), entry.getKey()))
        .findFirst();
  }

  private String vertex(Optional<JobKind> job, String segment) {
    return job.map(kind -> vertex(kind, segment)).orElse(segment);
  }

  /** A vertex with accumulators stands for one with accumulators, any other for its position. */
  private String vertex(JobKind kind, String segment) {
    PlanPosition position = PlanPosition.of(recorded.plan(kind)).get(segment);
    if (position == null) {
      return segment;
    }
    if (recorded.verticesWithAccumulators(kind).contains(segment)) {
      return live.verticesWithAccumulators(kind).get(0);
    }
    JsonNode plan = live.plan(kind);
    return position
        .in(plan)
        .orElseThrow(() -> new IllegalStateException("No vertex is a " + position + " in " + plan));
  }

  private String checkpoint(Optional<JobKind> job, String segment) {
    return job.map(
            kind -> {
              int age = recorded.completedCheckpoints(kind).indexOf(segment);
              return age < 0 ? segment : live.completedCheckpoints(kind).get(age);
            })
        .orElse(segment);
  }
}
