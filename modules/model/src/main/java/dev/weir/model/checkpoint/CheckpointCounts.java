// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Number of checkpoints and savepoints of a job, by outcome.
 *
 * @param restored how often the job was restored from a checkpoint
 * @param total all triggered checkpoints
 * @param inProgress checkpoints in progress
 * @param completed completed checkpoints
 * @param failed failed checkpoints
 */
public record CheckpointCounts(
    long restored,
    long total,
    @JsonProperty("in_progress") int inProgress,
    long completed,
    long failed) {}
