// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoint configuration of a job: the answer of {@code /jobs/<jobid>/checkpoints/config}. For a
 * job without checkpointing, all fields are null and the answer is {@code {}}.
 *
 * @param mode {@code exactly_once} or {@code at_least_once}
 * @param interval milliseconds between checkpoints; {@link Long#MAX_VALUE} for never
 * @param timeout milliseconds until an unfinished checkpoint is aborted
 * @param minPause minimum pause between checkpoints, in milliseconds
 * @param maxConcurrent maximum number of concurrent checkpoints
 * @param externalization whether checkpoints outlive the job
 */
public record CheckpointConfig(
    @Nullable String mode,
    @Nullable Long interval,
    @Nullable Long timeout,
    @JsonProperty("min_pause") @Nullable Long minPause,
    @JsonProperty("max_concurrent") @Nullable Integer maxConcurrent,
    @Nullable Externalization externalization) {

  /** The answer for a job without checkpointing. */
  public static final CheckpointConfig NONE =
      new CheckpointConfig(null, null, null, null, null, null);
}
