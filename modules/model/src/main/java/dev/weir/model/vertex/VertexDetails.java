// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import java.util.List;

/**
 * One vertex with each of its subtasks: the answer of {@code /jobs/<jobid>/vertices/<vertexid>}.
 *
 * @param id id of the vertex
 * @param name names of its operators
 * @param parallelism number of its subtasks
 * @param now the cluster's clock when it answered, milliseconds since the epoch
 * @param subtasks the current attempt of each subtask
 */
public record VertexDetails(
    VertexId id, String name, int parallelism, long now, List<SubtaskAttempt> subtasks) {}
