// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Accumulator;
import dev.weir.model.vertex.SubtaskAccumulators;
import dev.weir.model.vertex.VertexId;
import dev.weir.model.vertex.VertexSubtaskAccumulators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flink's {@code /jobs/<jobid>/vertices/<vertexid>/subtasks/accumulators}. */
public record SubtaskAccumulatorsResponse(
    int parallelism, @JsonProperty(required = true) List<Subtask> subtasks) {
  public VertexSubtaskAccumulators toModel(VertexId vertex) {
    return new VertexSubtaskAccumulators(
        vertex, parallelism, subtasks.stream().map(Subtask::toModel).toList());
  }

  /** One subtask. */
  record Subtask(
      @JsonProperty(required = true) int subtask,
      int attempt,
      @Nullable String endpoint,
      @Nullable String host,
      @JsonProperty("user-accumulators") @Nullable List<Accumulator> userAccumulators) {
    public SubtaskAccumulators toModel() {
      return new SubtaskAccumulators(
          subtask, attempt, Locations.hostOf(endpoint, host), Accumulators.of(userAccumulators));
    }
  }
}
