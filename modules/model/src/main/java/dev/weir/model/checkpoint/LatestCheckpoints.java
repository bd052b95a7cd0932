// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import org.jspecify.annotations.Nullable;

/**
 * The latest checkpoint of each kind; null for kinds without one.
 *
 * @param completed latest completed checkpoint
 * @param savepoint latest completed savepoint
 * @param failed latest failed checkpoint
 * @param restored checkpoint that the job was restored from last
 */
public record LatestCheckpoints(
    @Nullable Checkpoint completed,
    @Nullable Checkpoint savepoint,
    @Nullable Checkpoint failed,
    @Nullable RestoredCheckpoint restored) {}
