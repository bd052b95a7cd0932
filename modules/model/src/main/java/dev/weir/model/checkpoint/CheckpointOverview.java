// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of a job: the answer of {@code /jobs/<jobid>/checkpoints}. All is null, the
 * answer {@code {}}, for a job that makes none.
 *
 * @param counts how many
 * @param summary how large and how long
 * @param latest the latest of each kind
 * @param history the latest ones, newest first
 */
public record CheckpointOverview(
    @Nullable CheckpointCounts counts,
    @Nullable CheckpointSummary summary,
    @Nullable LatestCheckpoints latest,
    @Nullable List<Checkpoint> history) {

  /** Of a job that makes no checkpoints. */
  public static final CheckpointOverview NONE = new CheckpointOverview(null, null, null, null);
}
