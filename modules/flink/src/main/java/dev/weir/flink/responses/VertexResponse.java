// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.vertex.VertexDetails;
import dev.weir.model.vertex.VertexId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Flink's {@code /jobs/<jobid>/vertices/<vertexid>}. */
public record VertexResponse(
    String name,
    int parallelism,
    long now,
    @JsonProperty(required = true) List<SubtaskResponse> subtasks) {
  /**
   * In the model.
   *
   * @param vertex which it is
   * @param endpoints of task managers by their id, for a Flink that tells hosts alone
   */
  public VertexDetails toModel(VertexId vertex, Map<String, String> endpoints) {
    return new VertexDetails(
        vertex,
        name,
        parallelism,
        now,
        subtasks.stream().map(subtask -> subtask.withPort(endpoints)).toList());
  }

  /** With the subtasks of another after its own. */
  VertexResponse followedBy(VertexResponse rest) {
    List<SubtaskResponse> all = new ArrayList<>(subtasks);
    all.addAll(rest.subtasks);
    return new VertexResponse(name, parallelism, now, all);
  }

  public boolean lacksPorts() {
    return subtasks.stream().anyMatch(SubtaskResponse::lacksPort);
  }
}
