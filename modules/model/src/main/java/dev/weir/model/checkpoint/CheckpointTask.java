// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One vertex's part in a checkpoint.
 *
 * @param latestAckTimestamp when a subtask of it acknowledged last, milliseconds since the epoch;
 *     -1 for none yet
 * @param stateSize bytes of state
 * @param endToEndDuration from trigger to its last acknowledgement, in milliseconds; -1 for none
 *     yet
 * @param alignmentBuffered bytes buffered while aligning; always 0 since Flink 1.11
 * @param numSubtasks its subtasks
 * @param numAcknowledgedSubtasks subtasks that have acknowledged
 */
public record CheckpointTask(
    @JsonProperty("latest_ack_timestamp") long latestAckTimestamp,
    @JsonProperty("state_size") long stateSize,
    @JsonProperty("end_to_end_duration") long endToEndDuration,
    @JsonProperty("alignment_buffered") long alignmentBuffered,
    @JsonProperty("num_subtasks") int numSubtasks,
    @JsonProperty("num_acknowledged_subtasks") int numAcknowledgedSubtasks) {}
