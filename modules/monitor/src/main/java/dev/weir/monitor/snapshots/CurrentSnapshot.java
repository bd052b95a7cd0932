// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import org.jspecify.annotations.Nullable;

/**
 * The snapshots of one document, each in the place of the one before, from when it is first read
 * until it is forgotten.
 */
final class CurrentSnapshot {
  private final Runnable refresh;
  private boolean ended;
  private volatile @Nullable Snapshot<?> latest;

  /**
   * Of a document that nobody has read yet.
   *
   * @param refresh begins to fetch the next one, and does not wait for it
   */
  CurrentSnapshot(Runnable refresh) {
    this.refresh = refresh;
  }

  /** The one that readers get; null before the first and after the last. */
  @Nullable Snapshot<?> latest() {
    return latest;
  }

  synchronized void advance(Snapshot<?> next) {
    if (!ended) {
      latest = next;
    }
  }

  /** There is no latest one from now on: what is known has been changed, or is kept no longer. */
  synchronized void end() {
    ended = true;
    latest = null;
  }

  void refresh() {
    refresh.run();
  }
}
