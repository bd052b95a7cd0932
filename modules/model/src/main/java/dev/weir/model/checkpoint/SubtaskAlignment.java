// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

/**
 * Barrier alignment of one subtask.
 *
 * @param buffered bytes buffered; always 0 since Flink 1.11
 * @param duration duration in milliseconds
 */
public record SubtaskAlignment(long buffered, long duration) {}
