// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import java.util.Map;

/**
 * When one subtask entered each state.
 *
 * @param subtask number of the subtask, from 0
 * @param host host that runs it; {@code (unassigned)} for none yet
 * @param duration from being scheduled to its end or to now, in milliseconds; -1 before
 * @param timestamps milliseconds since the epoch; 0 for never
 */
public record SubtaskTime(
    int subtask, String host, long duration, Map<TaskState, Long> timestamps) {}
