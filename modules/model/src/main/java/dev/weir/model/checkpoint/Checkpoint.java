// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.vertex.VertexId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One checkpoint or savepoint: an entry of the history, one of the latest, or with its tasks the
 * answer of {@code /jobs/<jobid>/checkpoints/details/<checkpointid>}.
 *
 * @param id its number
 * @param status {@code IN_PROGRESS}, {@code COMPLETED} or {@code FAILED}; null among the latest
 * @param isSavepoint whether it is a savepoint; null among the latest
 * @param triggerTimestamp when it was triggered, milliseconds since the epoch
 * @param latestAckTimestamp when a subtask acknowledged it last, milliseconds since the epoch; -1
 *     for none yet
 * @param stateSize bytes of state
 * @param endToEndDuration from trigger to the last acknowledgement, in milliseconds
 * @param alignmentBuffered bytes buffered while aligning; always 0 since Flink 1.11
 * @param numSubtasks subtasks that take part; null among the latest
 * @param numAcknowledgedSubtasks subtasks that have acknowledged it; null among the latest
 * @param externalPath where it is; null where it has no path of its own or is not complete
 * @param discarded whether it has been removed; null among the latest and while not complete
 * @param failureTimestamp when it failed, milliseconds since the epoch; null if it did not
 * @param failureMessage why it failed; null if it did not or nothing is known
 * @param tasks each vertex; null but in the details of one
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

  /** The same as one of the latest: without its state, its kind and its counts. */
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

  /** The same as an entry of the history. */
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
