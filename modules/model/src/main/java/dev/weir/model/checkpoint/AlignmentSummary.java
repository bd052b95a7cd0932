// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

/**
 * How long barriers took to align, and what was buffered meanwhile.
 *
 * @param buffered bytes buffered; always 0 since Flink 1.11
 * @param duration milliseconds
 */
public record AlignmentSummary(MinMaxAvg buffered, MinMaxAvg duration) {}
