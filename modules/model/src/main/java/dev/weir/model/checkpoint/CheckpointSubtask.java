// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One subtask in a checkpoint.
 *
 * @param index number of the subtask, from 0
 * @param status {@code completed} or {@code pending_or_failed}; all following fields are null for
 *     the latter
 * @param ackTimestamp time of the acknowledgement, milliseconds since the epoch
 * @param endToEndDuration milliseconds from trigger to acknowledgement
 * @param stateSize bytes of state
 * @param checkpoint durations of the synchronous and the asynchronous part
 * @param alignment barrier alignment
 */
public record CheckpointSubtask(
    @JsonProperty(value = "index", required = true) int index,
    String status,
    @JsonProperty("ack_timestamp") @Nullable Long ackTimestamp,
    @JsonProperty("end_to_end_duration") @Nullable Long endToEndDuration,
    @JsonProperty("state_size") @Nullable Long stateSize,
    @Nullable SubtaskCheckpointDuration checkpoint,
    @Nullable SubtaskAlignment alignment) {}
