// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import java.util.List;

/**
 * One vertex by task manager: the answer of {@code /jobs/<jobid>/vertices/<vertexid>/taskmanagers}.
 *
 * @param id id of the vertex
 * @param name names of its operators
 * @param now the cluster's clock when it answered, milliseconds since the epoch
 * @param taskmanagers one entry for each task manager that runs its subtasks
 */
public record VertexTaskManagers(
    VertexId id, String name, long now, List<TaskManagerShare> taskmanagers) {}
