// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.IoMetrics;
import java.util.Map;

/**
 * One vertex of a job, aggregated over its subtasks.
 *
 * @param id id of the vertex
 * @param name names of its operators
 * @param parallelism number of its subtasks
 * @param status state of the vertex, derived from its subtasks
 * @param startTime when its first subtask was deployed, milliseconds since the epoch; -1 before
 * @param endTime when its last subtask ended, milliseconds since the epoch; -1 while one has not
 * @param duration milliseconds from start to end, or to now; -1 before the start
 * @param tasks how many subtasks are in each state
 * @param metrics what its subtasks read and wrote, added up
 */
public record VertexSummary(
    VertexId id,
    String name,
    int parallelism,
    TaskState status,
    @JsonProperty("start-time") long startTime,
    @JsonProperty("end-time") long endTime,
    long duration,
    Map<TaskState, Integer> tasks,
    IoMetrics metrics) {}
