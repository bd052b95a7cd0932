// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reference to the latest snapshot of a document, in one form. The reference keeps no snapshot in
 * memory.
 *
 * @param <T> the type of that form
 */
public final class SnapshotRef<T> {
  private final CurrentSnapshot current;
  private final Function<Snapshot<?>, Snapshot<?>> form;

  SnapshotRef(CurrentSnapshot current, Function<Snapshot<?>, Snapshot<?>> form) {
    this.current = current;
    this.form = form;
  }

  /**
   * The snapshot for a reader at that time; starts a refresh if one is due.
   *
   * @return null if a reader would wait for a refresh, or if that is unknown
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
