// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.IoMetrics;
import java.util.Map;

/**
 * The subtasks of one vertex on one task manager.
 *
 * @param host host and data port of the task manager; {@code (unassigned)} for subtasks without one
 * @param status combined state of its subtasks
 * @param startTime when its first subtask was deployed, milliseconds since the epoch; -1 before
 * @param endTime when its last subtask ended, milliseconds since the epoch; -1 while one has not
 * @param duration milliseconds from start to end, or to now; -1 before the start
 * @param metrics what its subtasks read and wrote, added up
 * @param statusCounts how many of its subtasks are in each state
 */
public record TaskManagerShare(
    String host,
    TaskState status,
    @JsonProperty("start-time") long startTime,
    @JsonProperty("end-time") long endTime,
    long duration,
    IoMetrics metrics,
    @JsonProperty("status-counts") Map<TaskState, Integer> statusCounts) {}
