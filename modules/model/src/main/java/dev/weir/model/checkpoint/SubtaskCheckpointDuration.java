// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

/**
 * Durations of the synchronous and the asynchronous part of one subtask's checkpoint.
 *
 * @param sync synchronous part, which blocks the task, in milliseconds
 * @param async asynchronous part, in milliseconds
 */
public record SubtaskCheckpointDuration(long sync, long async) {}
