// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

/**
 * How long the two parts of one subtask's checkpoint took.
 *
 * @param sync the part that holds up the task, in milliseconds
 * @param async the part beside it, in milliseconds
 */
public record SubtaskCheckpointDuration(long sync, long async) {}
