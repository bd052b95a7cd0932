// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

/**
 * Barrier alignment over several subtasks: buffered bytes and duration.
 *
 * @param buffered bytes buffered; always 0 since Flink 1.11
 * @param duration duration in milliseconds
 */
public record AlignmentSummary(MinMaxAvg buffered, MinMaxAvg duration) {}
