package dev.weir.monitor.snapshots;

import dev.weir.flink.ClusterException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * How old a snapshot is, with all that is made of it, and where it stands among those of its
 * document.
 */
public final class Standing {
  private final Instant takenAt;
  private final Instant triedAt;
  private final Instant freshUntil;
  private final Instant dueAfter;
  private final @Nullable ClusterException failure;
  private final SnapshotPolicy policy;
  private final Succession succession;
  private final AtomicBoolean refreshing = new AtomicBoolean();

  private Standing(
      Instant takenAt,
      Instant triedAt,
      Instant freshUntil,
      Instant dueAfter,
      @Nullable ClusterException failure,
      SnapshotPolicy policy,
      Succession succession) {
    this.takenAt = takenAt;
    this.triedAt = triedAt;
    this.freshUntil = freshUntil;
    this.dueAfter = dueAfter;
    this.failure = failure;
    this.policy = policy;
    this.succession = succession;
  }

  static Standing answered(
      Instant takenAt, Instant now, SnapshotPolicy policy, Succession succession) {
    Duration interval = policy.refreshInterval();
    return new Standing(
        takenAt, takenAt, takenAt.plus(interval), now.plus(interval), null, policy, succession);
  }

  Standing unreachable(Instant now, ClusterException why) {
    Instant due = now.plus(policy.refreshInterval());
    return new Standing(takenAt, now, freshUntil, due, why, policy, succession);
  }

  /** The same of what may be older than a change that is known: never fresh, and due by then. */
  Standing unsettled(Instant due) {
    Instant never = takenAt.minusNanos(1);
    Instant after = due.isBefore(dueAfter) ? due : dueAfter;
    return new Standing(takenAt, triedAt, never, after, failure, policy, succession);
  }

  Instant takenAt() {
    return takenAt;
  }

  Instant triedAt() {
    return triedAt;
  }

  public @Nullable ClusterException failure() {
    return failure;
  }

  Succession succession() {
    return succession;
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
      succession.refresh();
    }
  }

  /** Whether it is the caller who is to fetch the next one. */
  boolean beginsRefresh() {
    return refreshing.compareAndSet(false, true);
  }
}
