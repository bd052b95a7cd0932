// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.IoMetrics;

/**
 * One attempt to run one subtask.
 *
 * @param subtask number of the subtask, from 0
 * @param status its state
 * @param attempt number of the attempt, from 0
 * @param host its host, followed by the data port in the details of a vertex; {@code (unassigned)}
 *     if there is none yet
 * @param startTime when it was deployed, milliseconds since the epoch; -1 before
 * @param endTime when it ended, milliseconds since the epoch; -1 while it has not
 * @param duration milliseconds from start to end, or to now; -1 before the start
 * @param metrics what it read and wrote
 */
public record SubtaskAttempt(
    int subtask,
    TaskState status,
    int attempt,
    String host,
    @JsonProperty("start-time") long startTime,
    @JsonProperty("end-time") long endTime,
    long duration,
    IoMetrics metrics) {}
