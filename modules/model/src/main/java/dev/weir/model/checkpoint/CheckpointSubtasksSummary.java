// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Subtasks of a vertex in a checkpoint together.
 *
 * @param stateSize bytes of state
 * @param endToEndDuration milliseconds from trigger to acknowledgement
 * @param checkpointDuration the two parts of making it
 * @param alignment waiting for its barriers
 */
public record CheckpointSubtasksSummary(
    @JsonProperty("state_size") MinMaxAvg stateSize,
    @JsonProperty("end_to_end_duration") MinMaxAvg endToEndDuration,
    @JsonProperty("checkpoint_duration") CheckpointDuration checkpointDuration,
    AlignmentSummary alignment) {}
