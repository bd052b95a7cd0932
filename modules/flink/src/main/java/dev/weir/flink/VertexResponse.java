package dev.weir.flink;

import dev.weir.model.VertexDetails;
import dev.weir.model.VertexId;
import java.util.List;

/** Flink's {@code /jobs/<jobid>/vertices/<vertexid>}. */
record VertexResponse(
    VertexId id, String name, int parallelism, long now, List<SubtaskResponse> subtasks) {
  VertexDetails toModel() {
    return new VertexDetails(
        id, name, parallelism, now, subtasks.stream().map(SubtaskResponse::withPort).toList());
  }
}
