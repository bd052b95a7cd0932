// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import java.util.Map;

/**
 * When one subtask entered each state.
 *
 * @param subtask number of the subtask, from 0
 * @param host host that runs it; {@code (unassigned)} if there is none yet
 * @param duration milliseconds from scheduling to end, or to now; -1 before
 * @param timestamps when each state was entered, milliseconds since the epoch; 0 for never
 */
public record SubtaskTime(
    int subtask, String host, long duration, Map<TaskState, Long> timestamps) {}
