// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of a job: the answer of {@code /jobs/<jobid>/checkpoints}. For a job without
 * checkpointing, all fields are null and the answer is {@code {}}.
 *
 * @param counts number of checkpoints by outcome
 * @param summary sizes and durations of completed checkpoints
 * @param latest the latest checkpoint of each kind
 * @param history the latest checkpoints, newest first
 */
public record CheckpointOverview(
    @Nullable CheckpointCounts counts,
    @Nullable CheckpointSummary summary,
    @Nullable LatestCheckpoints latest,
    @Nullable List<Checkpoint> history) {

  /** The answer for a job without checkpointing. */
  public static final CheckpointOverview NONE = new CheckpointOverview(null, null, null, null);
}
