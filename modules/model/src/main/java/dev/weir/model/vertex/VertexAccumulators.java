// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Accumulator;
import dev.weir.model.WithAccumulators;
import java.util.List;

/**
 * A vertex's accumulators: the answer of {@code /jobs/<jobid>/vertices/<vertexid>/accumulators}.
 *
 * @param id id of the vertex
 * @param userAccumulators its accumulators, added up over its subtasks
 */
public record VertexAccumulators(
    VertexId id, @JsonProperty("user-accumulators") List<Accumulator> userAccumulators)
    implements WithAccumulators<VertexAccumulators> {
  @Override
  public VertexAccumulators plain() {
    return new VertexAccumulators(id, Accumulator.plain(userAccumulators));
  }
}
