// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

/**
 * One subtask's wait for its barriers.
 *
 * @param buffered bytes buffered; always 0 since Flink 1.11
 * @param duration milliseconds
 */
public record SubtaskAlignment(long buffered, long duration) {}
