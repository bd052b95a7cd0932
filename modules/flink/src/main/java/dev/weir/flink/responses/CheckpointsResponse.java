// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.checkpoint.Checkpoint;
import dev.weir.model.checkpoint.CheckpointCounts;
import dev.weir.model.checkpoint.CheckpointOverview;
import dev.weir.model.checkpoint.CheckpointSummary;
import dev.weir.model.checkpoint.LatestCheckpoints;
import dev.weir.model.checkpoint.RestoredCheckpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flink's {@code /jobs/<jobid>/checkpoints}. */
public record CheckpointsResponse(
    CheckpointCounts counts,
    CheckpointSummary summary,
    SnapshotRef latest,
    @JsonProperty(required = true) List<Checkpoint> history) {
  public CheckpointOverview toModel() {
    return new CheckpointOverview(
        counts, summary, latest.toModel(), history.stream().map(Checkpoint::withoutTasks).toList());
  }

  /** The latest of each kind; null for kinds without one. */
  record SnapshotRef(
      @Nullable Checkpoint completed,
      @Nullable Checkpoint savepoint,
      @Nullable Checkpoint failed,
      @Nullable RestoredCheckpoint restored) {
    public LatestCheckpoints toModel() {
      return new LatestCheckpoints(brief(completed), brief(savepoint), brief(failed), restored);
    }

    private static @Nullable Checkpoint brief(@Nullable Checkpoint checkpoint) {
      return checkpoint == null ? null : checkpoint.asLatest();
    }
  }
}
