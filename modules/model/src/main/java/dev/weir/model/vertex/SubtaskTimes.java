// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import java.util.List;

/**
 * When each subtask entered each state: the answer of {@code
 * /jobs/<jobid>/vertices/<vertexid>/subtasktimes}.
 *
 * @param id id of the vertex
 * @param name names of its operators
 * @param now the cluster's clock when it answered, milliseconds since the epoch
 * @param subtasks the current attempt of each subtask
 */
public record SubtaskTimes(VertexId id, String name, long now, List<SubtaskTime> subtasks) {}
