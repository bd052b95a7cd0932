// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a job makes checkpoints: the answer of {@code /jobs/<jobid>/checkpoints/config}. All is null,
 * the answer {@code {}}, for a job that makes none.
 *
 * @param mode {@code exactly_once} or {@code at_least_once}
 * @param interval milliseconds from one to the next; {@link Long#MAX_VALUE} for never
 * @param timeout milliseconds after which one is given up
 * @param minPause milliseconds between one and the next at the least
 * @param maxConcurrent how many may be under way at once
 * @param externalization whether they outlive the job
 */
public record CheckpointConfig(
    @Nullable String mode,
    @Nullable Long interval,
    @Nullable Long timeout,
    @JsonProperty("min_pause") @Nullable Long minPause,
    @JsonProperty("max_concurrent") @Nullable Integer maxConcurrent,
    @Nullable Externalization externalization) {

  /** Of a job that makes no checkpoints. */
  public static final CheckpointConfig NONE =
      new CheckpointConfig(null, null, null, null, null, null);
}
