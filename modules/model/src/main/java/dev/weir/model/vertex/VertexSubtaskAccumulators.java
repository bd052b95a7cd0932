// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import dev.weir.model.WithAccumulators;
import java.util.List;

/**
 * Accumulators of each subtask: the answer of {@code
 * /jobs/<jobid>/vertices/<vertexid>/subtasks/accumulators}.
 *
 * @param id id of the vertex
 * @param parallelism number of its subtasks
 * @param subtasks the current attempt of each subtask
 */
public record VertexSubtaskAccumulators(
    VertexId id, int parallelism, List<SubtaskAccumulators> subtasks)
    implements WithAccumulators<VertexSubtaskAccumulators> {
  @Override
  public VertexSubtaskAccumulators plain() {
    return new VertexSubtaskAccumulators(
        id, parallelism, subtasks.stream().map(SubtaskAccumulators::plain).toList());
  }
}
