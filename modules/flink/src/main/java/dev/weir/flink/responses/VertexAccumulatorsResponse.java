// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Accumulator;
import dev.weir.model.vertex.VertexAccumulators;
import dev.weir.model.vertex.VertexId;
import java.util.List;

/** Flink's {@code /jobs/<jobid>/vertices/<vertexid>/accumulators}. */
public record VertexAccumulatorsResponse(
    @JsonProperty(value = "user-accumulators", required = true)
        List<Accumulator> userAccumulators) {
  public VertexAccumulators toModel(VertexId vertex) {
    return new VertexAccumulators(vertex, Accumulators.of(userAccumulators));
  }
}
