// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vertex's part in a checkpoint by subtask: the answer of {@code
 * /jobs/<jobid>/checkpoints/details/<checkpointid>/subtasks/<vertexid>}.
 *
 * @param id id of the checkpoint
 * @param status {@code IN_PROGRESS}, {@code COMPLETED} or {@code FAILED}
 * @param latestAckTimestamp time of the last acknowledgement, milliseconds since the epoch; -1
 *     before the first
 * @param stateSize bytes of state
 * @param endToEndDuration milliseconds from trigger to the last acknowledgement; -1 before the
 *     first
 * @param alignmentBuffered bytes buffered while aligning; always 0 since Flink 1.11
 * @param numSubtasks subtasks of the vertex
 * @param numAcknowledgedSubtasks subtasks that have acknowledged
 * @param summary statistics over the subtasks that have acknowledged; null before the first
 * @param subtasks each subtask
 */
public record CheckpointSubtasks(
    long id,
    String status,
    @JsonProperty("latest_ack_timestamp") long latestAckTimestamp,
    @JsonProperty("state_size") long stateSize,
    @JsonProperty("end_to_end_duration") long endToEndDuration,
    @JsonProperty("alignment_buffered") long alignmentBuffered,
    @JsonProperty("num_subtasks") int numSubtasks,
    @JsonProperty("num_acknowledged_subtasks") int numAcknowledgedSubtasks,
    @Nullable CheckpointSubtasksSummary summary,
    @JsonProperty(value = "subtasks", required = true) List<CheckpointSubtask> subtasks) {}
