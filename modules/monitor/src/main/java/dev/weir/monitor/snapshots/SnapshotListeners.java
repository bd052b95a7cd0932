// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import dev.weir.flink.Document;
import dev.weir.model.clusters.ClusterName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners of new snapshots, one after the other, on a thread that no reader waits for.
 *
 * <p>Where listeners are slower than refreshes, several new snapshots of a document become one:
 * from the oldest that they were not told of to the latest. What waits is bounded by the bytes of
 * Flink's answers; beyond that, new snapshots are left out, and the log says so.
 */
public final class SnapshotListeners {
  /** Nobody listens. */
  public static final SnapshotListeners NONE = new SnapshotListeners(List.of(), 0, Runnable::run);

  private static final Logger LOG = System.getLogger(SnapshotListeners.class.getName());

  private final List<SnapshotListener> listeners;
  private final long maxBytes;
  private final Executor executor;
  private final Map<Place, Replacement<?>> waiting = new LinkedHashMap<>();
  private long bytes;
  private boolean telling;
  private boolean leavesOut;

  /**
   * Listeners of the clusters that are given this.
   *
   * @param maxBytes of Flink's answers, of all snapshots that wait to be told of
   * @param executor runs the listeners, one at a time; not the one that answers of clusters need
   */
  public SnapshotListeners(List<SnapshotListener> listeners, long maxBytes, Executor executor) {
    this.listeners = List.copyOf(listeners);
    this.maxBytes = maxBytes;
    this.executor = executor;
  }

  private record Place(ClusterName cluster, String key) {}

  private record Replacement<T>(
      ClusterName cluster, Document<T> document, @Nullable Snapshot<T> old, Snapshot<T> next) {
    long bytes() {
      return next.bytes() + (old == null ? 0 : old.bytes());
    }

    void tell(SnapshotListener listener) {
      listener.replaced(cluster, document, old, next);
    }
  }

  /** Notes a new snapshot; does not wait and does not fail. */
  <T> void replaced(
      ClusterName cluster, Document<T> document, @Nullable Snapshot<T> old, Snapshot<T> next) {
    if (!listeners.isEmpty() && waits(new Replacement<>(cluster, document, old, next))) {
      tellLater();
    }
  }

  /** Whether nobody tells the listeners yet. */
  @SuppressWarnings("unchecked") // Documents with the same key are the same document.
  private synchronized <T> boolean waits(Replacement<T> latest) {
    Place place = new Place(latest.cluster, latest.document.key());
    Replacement<T> earlier = (Replacement<T>) waiting.get(place);
    Replacement<T> both =
        earlier == null
            ? latest
            : new Replacement<>(latest.cluster, latest.document, earlier.old, latest.next);
    long after = bytes + both.bytes() - (earlier == null ? 0 : earlier.bytes());
    if (after > maxBytes) {
      if (!leavesOut) {
        LOG.log(
            Level.WARNING,
            "Listeners are slower than snapshots are refreshed; some snapshots are left out");
      }
      leavesOut = true;
      return false;
    }
    bytes = after;
    waiting.put(place, both);
    boolean first = !telling;
    telling = true;
    return first;
  }

  private void tellLater() {
    try {
      executor.execute(this::tellNext);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "The server ends: listeners are told no more", e);
    }
  }

  private void tellNext() {
    Replacement<?> next = next();
    try {
      listeners.forEach(listener -> tell(listener, next));
    } finally {
      if (hasMore()) {
        tellLater();
      }
    }
  }

  private synchronized Replacement<?> next() {
    Iterator<Replacement<?>> all = waiting.values().iterator();
    Replacement<?> next = all.next();
    all.remove();
    bytes -= next.bytes();
    return next;
  }

  private synchronized boolean hasMore() {
    telling = !waiting.isEmpty();
    leavesOut &= telling;
    return telling;
  }

  private static void tell(SnapshotListener listener, Replacement<?> of) {
    try {
      of.tell(listener);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "A listener failed for " + of.document.key() + " of cluster " + of.cluster,
          e);
    }
  }
}
