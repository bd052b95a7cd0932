// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.checkpoint.CheckpointConfig;
import dev.weir.model.checkpoint.Externalization;
import org.jspecify.annotations.Nullable;

/** Flink's {@code /jobs/<jobid>/checkpoints/config}. */
public record CheckpointConfigResponse(
    @JsonProperty(required = true) String mode,
    @Nullable Long interval,
    @Nullable Long timeout,
    @JsonProperty("min_pause") @Nullable Long minPause,
    @JsonProperty("max_concurrent") @Nullable Integer maxConcurrent,
    @Nullable Externalization externalization,
    @JsonProperty("checkpoint_storage") @Nullable String checkpointStorage) {
  public CheckpointConfig toModel() {
    return ofABatch()
        ? CheckpointConfig.NONE
        : new CheckpointConfig(
            modeAsIn13(), interval, timeout, minPause, maxConcurrent, asIn13(externalization));
  }

  /** Where there are no checkpoints, Flink tells what its tasks make of that, not what is set. */
  private @Nullable String modeAsIn13() {
    return interval != null && interval == Long.MAX_VALUE ? "exactly_once" : mode;
  }

  /**
   * Whether the job is a batch job: up to Flink 1.16 those have a configuration without a storage.
   */
  public boolean ofABatch() {
    return "BatchExecutionCheckpointStorage".equals(checkpointStorage);
  }

  /** Whether they go with the job is said only where they might stay. */
  private static @Nullable Externalization asIn13(@Nullable Externalization stays) {
    return stays == null || stays.enabled() ? stays : new Externalization(false, null);
  }
}
