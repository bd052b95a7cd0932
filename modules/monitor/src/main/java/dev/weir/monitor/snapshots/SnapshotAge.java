// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import dev.weir.flink.ClusterException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The age of a snapshot and of all forms of it, and its place among the snapshots of its document.
 */
public final class SnapshotAge {
  private final Instant takenAt;
  private final Instant triedAt;
  private final Instant freshUntil;
  private final Instant dueAfter;
  private final @Nullable ClusterException failure;
  private final SnapshotPolicy policy;
  private final CurrentSnapshot current;
  private final AtomicBoolean refreshing = new AtomicBoolean();

  private SnapshotAge(
      Instant takenAt,
      Instant triedAt,
      Instant freshUntil,
      Instant dueAfter,
      @Nullable ClusterException failure,
      SnapshotPolicy policy,
      CurrentSnapshot current) {
    this.takenAt = takenAt;
    this.triedAt = triedAt;
    this.freshUntil = freshUntil;
    this.dueAfter = dueAfter;
    this.failure = failure;
    this.policy = policy;
    this.current = current;
  }

  static SnapshotAge answered(
      Instant takenAt, Instant now, SnapshotPolicy policy, CurrentSnapshot current) {
    Duration interval = policy.refreshInterval();
    return new SnapshotAge(
        takenAt, takenAt, takenAt.plus(interval), now.plus(interval), null, policy, current);
  }

  SnapshotAge unreachable(Instant now, ClusterException why) {
    Instant due = now.plus(policy.refreshInterval());
    return new SnapshotAge(takenAt, now, freshUntil, due, why, policy, current);
  }

  /** The same of what may be older than a change that is known: never fresh, and due by then. */
  SnapshotAge unsettled(Instant due) {
    Instant never = takenAt.minusNanos(1);
    Instant after = due.isBefore(dueAfter) ? due : dueAfter;
    return new SnapshotAge(takenAt, triedAt, never, after, failure, policy, current);
  }

  Instant takenAt() {
    return takenAt;
  }

  Instant triedAt() {
    return triedAt;
  }

  /** Why the last refresh failed; null if it did not. */
  public @Nullable ClusterException failure() {
    return failure;
  }

  CurrentSnapshot current() {
    return current;
  }

  Instant staleFrom() {
    return freshUntil.plusNanos(1);
  }

  Freshness freshness(Instant now) {
    if (failure != null) {
      return Freshness.UNREACHABLE;
    }
    return now.isBefore(staleFrom()) ? Freshness.FRESH : Freshness.STALE;
  }

  /** Whether readers get it without waiting, if it is the latest. */
  boolean isServedAtOnce(Instant now) {
    return failure == null && !now.isAfter(takenAt.plus(policy.maxStaleness()));
  }

  /** Begins to fetch the next one if it is time for that and nobody has begun. */
  void refreshIfDue(Instant now) {
    if (now.isAfter(dueAfter) && beginsRefresh()) {
      current.refresh();
    }
  }

  /** Whether it is the caller who is to fetch the next one. */
  boolean beginsRefresh() {
    return refreshing.compareAndSet(false, true);
  }
}
