// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Checkpoints and savepoints of a job in numbers.
 *
 * @param restored how often the job was restored from one
 * @param total all that were started
 * @param inProgress under way
 * @param completed completed
 * @param failed failed
 */
public record CheckpointCounts(
    long restored,
    long total,
    @JsonProperty("in_progress") int inProgress,
    long completed,
    long failed) {}
