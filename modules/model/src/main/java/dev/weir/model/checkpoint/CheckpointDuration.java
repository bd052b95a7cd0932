// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

/**
 * Durations of the synchronous and the asynchronous part of a checkpoint.
 *
 * @param sync synchronous part, which blocks the task, in milliseconds
 * @param async asynchronous part, in milliseconds
 */
public record CheckpointDuration(MinMaxAvg sync, MinMaxAvg async) {}
