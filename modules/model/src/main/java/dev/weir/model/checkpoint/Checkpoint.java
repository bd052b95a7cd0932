// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.vertex.VertexId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One checkpoint or savepoint: an entry of the history or of the latest checkpoints. With its
 * tasks, it is the answer of {@code /jobs/<jobid>/checkpoints/details/<checkpointid>}.
 *
 * @param id id of the checkpoint
 * @param status {@code IN_PROGRESS}, {@code COMPLETED} or {@code FAILED}; null among the latest
 * @param isSavepoint whether it is a savepoint; null among the latest
 * @param triggerTimestamp when it was triggered, milliseconds since the epoch
 * @param latestAckTimestamp time of the last acknowledgement, milliseconds since the epoch; -1
 *     before the first
 * @param stateSize bytes of state
 * @param endToEndDuration milliseconds from trigger to the last acknowledgement
 * @param alignmentBuffered bytes buffered while aligning; always 0 since Flink 1.11
 * @param numSubtasks subtasks that take part; null among the latest
 * @param numAcknowledgedSubtasks subtasks that have acknowledged it; null among the latest
 * @param externalPath its path; null unless it is complete and has a path of its own
 * @param discarded whether it has been removed; null among the latest and while not complete
 * @param failureTimestamp time of the failure, milliseconds since the epoch; null without one
 * @param failureMessage reason of the failure; null if unknown or without a failure
 * @param tasks the part of each vertex; null except in the details of one checkpoint
 */
public record Checkpoint(
    @JsonProperty(value = "id", required = true) long id,
    @Nullable String status,
    @JsonProperty("is_savepoint") @Nullable Boolean isSavepoint,
    @JsonProperty("trigger_timestamp") long triggerTimestamp,
    @JsonProperty("latest_ack_timestamp") long latestAckTimestamp,
    @JsonProperty("state_size") long stateSize,
    @JsonProperty("end_to_end_duration") long endToEndDuration,
    @JsonProperty("alignment_buffered") long alignmentBuffered,
    @JsonProperty("num_subtasks") @Nullable Integer numSubtasks,
    @JsonProperty("num_acknowledged_subtasks") @Nullable Integer numAcknowledgedSubtasks,
    @JsonProperty("external_path") @Nullable String externalPath,
    @Nullable Boolean discarded,
    @JsonProperty("failure_timestamp") @Nullable Long failureTimestamp,
    @JsonProperty("failure_message") @Nullable String failureMessage,
    @Nullable Map<VertexId, CheckpointTask> tasks) {

  /** A copy for the latest checkpoints: without status, kind, counts, removal and tasks. */
  public Checkpoint asLatest() {
    return new Checkpoint(
        id,
        null,
        null,
        triggerTimestamp,
        latestAckTimestamp,
        stateSize,
        endToEndDuration,
        alignmentBuffered,
        null,
        null,
        externalPath,
        null,
        failureTimestamp,
        failureMessage,
        null);
  }

  /** A copy for the history: without tasks. */
  public Checkpoint withoutTasks() {
    return new Checkpoint(
        id,
        status,
        isSavepoint,
        triggerTimestamp,
        latestAckTimestamp,
        stateSize,
        endToEndDuration,
        alignmentBuffered,
        numSubtasks,
        numAcknowledgedSubtasks,
        externalPath,
        discarded,
        failureTimestamp,
        failureMessage,
        null);
  }
}
