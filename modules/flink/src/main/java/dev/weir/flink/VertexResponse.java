package dev.weir.flink;

import dev.weir.model.VertexDetails;
import dev.weir.model.VertexId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Flink's {@code /jobs/<jobid>/vertices/<vertexid>}. */
record VertexResponse(
    VertexId id, String name, int parallelism, long now, List<SubtaskResponse> subtasks) {
  /**
   * In the model.
   *
   * @param endpoints of task managers by their id, for a Flink that tells hosts alone
   */
  VertexDetails toModel(Map<String, String> endpoints) {
    return new VertexDetails(
        id,
        name,
        parallelism,
        now,
        subtasks.stream().map(subtask -> subtask.withPort(endpoints)).toList());
  }

  /** With the subtasks of another after its own. */
  VertexResponse followedBy(VertexResponse rest) {
    List<SubtaskResponse> all = new ArrayList<>(subtasks);
    all.addAll(rest.subtasks);
    return new VertexResponse(id, name, parallelism, now, all);
  }

  boolean lacksPorts() {
    return subtasks.stream().anyMatch(SubtaskResponse::lacksPort);
  }
}
