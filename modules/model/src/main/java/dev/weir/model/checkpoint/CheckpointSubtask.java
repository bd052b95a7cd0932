// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One subtask in a checkpoint.
 *
 * @param index number of the subtask, from 0
 * @param status {@code completed} or {@code pending_or_failed}; all that follows is null for the
 *     latter
 * @param ackTimestamp when it acknowledged, milliseconds since the epoch
 * @param endToEndDuration from trigger to acknowledgement, in milliseconds
 * @param stateSize bytes of state
 * @param checkpoint the two parts of making it
 * @param alignment waiting for its barriers
 */
public record CheckpointSubtask(
    @JsonProperty(value = "index", required = true) int index,
    String status,
    @JsonProperty("ack_timestamp") @Nullable Long ackTimestamp,
    @JsonProperty("end_to_end_duration") @Nullable Long endToEndDuration,
    @JsonProperty("state_size") @Nullable Long stateSize,
    @Nullable SubtaskCheckpointDuration checkpoint,
    @Nullable SubtaskAlignment alignment) {}
