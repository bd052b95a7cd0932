// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Statistics over the subtasks of a vertex in one checkpoint.
 *
 * @param stateSize bytes of state
 * @param endToEndDuration milliseconds from trigger to acknowledgement
 * @param checkpointDuration durations of the synchronous and the asynchronous part
 * @param alignment barrier alignment
 */
public record CheckpointSubtasksSummary(
    @JsonProperty("state_size") MinMaxAvg stateSize,
    @JsonProperty("end_to_end_duration") MinMaxAvg endToEndDuration,
    @JsonProperty("checkpoint_duration") CheckpointDuration checkpointDuration,
    AlignmentSummary alignment) {}
