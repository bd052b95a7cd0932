// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Statistics over the completed checkpoints of a job.
 *
 * @param stateSize bytes of state
 * @param endToEndDuration milliseconds from trigger to the last acknowledgement
 * @param alignmentBuffered bytes buffered while aligning; always 0 since Flink 1.11
 */
public record CheckpointSummary(
    @JsonProperty("state_size") MinMaxAvg stateSize,
    @JsonProperty("end_to_end_duration") MinMaxAvg endToEndDuration,
    @JsonProperty("alignment_buffered") MinMaxAvg alignmentBuffered) {}
