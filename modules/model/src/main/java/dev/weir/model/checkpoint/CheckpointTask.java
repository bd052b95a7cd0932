// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One vertex's part in a checkpoint.
 *
 * @param latestAckTimestamp time of the last acknowledgement of a subtask, milliseconds since the
 *     epoch; -1 before the first
 * @param stateSize bytes of state
 * @param endToEndDuration milliseconds from trigger to the last acknowledgement; -1 before the
 *     first
 * @param alignmentBuffered bytes buffered while aligning; always 0 since Flink 1.11
 * @param numSubtasks subtasks of the vertex
 * @param numAcknowledgedSubtasks subtasks that have acknowledged
 */
public record CheckpointTask(
    @JsonProperty("latest_ack_timestamp") long latestAckTimestamp,
    @JsonProperty("state_size") long stateSize,
    @JsonProperty("end_to_end_duration") long endToEndDuration,
    @JsonProperty("alignment_buffered") long alignmentBuffered,
    @JsonProperty("num_subtasks") int numSubtasks,
    @JsonProperty("num_acknowledged_subtasks") int numAcknowledgedSubtasks) {}
