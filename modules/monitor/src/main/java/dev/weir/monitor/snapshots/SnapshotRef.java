// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of a document, in one form. It is looked up each time: this holds on to none,
 * so that what the store lets go of is gone.
 *
 * @param <T> what the snapshots are of
 */
public final class SnapshotRef<T> {
  private final CurrentSnapshot current;
  private final Function<Snapshot<?>, Snapshot<?>> form;

  SnapshotRef(CurrentSnapshot current, Function<Snapshot<?>, Snapshot<?>> form) {
    this.current = current;
    this.form = form;
  }

  /**
   * What a reader would get now; where it is time for a newer one, that begins to be fetched.
   *
   * @return null if readers would wait for a newer one, or if that cannot be told
   */
  @SuppressWarnings("unchecked") // The form is that of a Snapshot<T>.
  public @Nullable Snapshot<T> at(Instant now) {
    Snapshot<?> latest = current.latest();
    if (latest == null || !latest.snapshotAge().isServedAtOnce(now)) {
      return null;
    }
    latest.snapshotAge().refreshIfDue(now);
    return (Snapshot<T>) form.apply(latest);
  }
}
