// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import org.jspecify.annotations.Nullable;

/**
 * The latest checkpoint of each kind; null for kinds without one.
 *
 * @param completed completed checkpoint
 * @param savepoint completed savepoint
 * @param failed failed one
 * @param restored the one that the job was restored from
 */
public record LatestCheckpoints(
    @Nullable Checkpoint completed,
    @Nullable Checkpoint savepoint,
    @Nullable Checkpoint failed,
    @Nullable RestoredCheckpoint restored) {}
