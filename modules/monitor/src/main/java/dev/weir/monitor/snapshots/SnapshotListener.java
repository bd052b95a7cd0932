// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import dev.weir.flink.Document;
import dev.weir.model.clusters.ClusterName;
import org.jspecify.annotations.Nullable;

/** Told of each new snapshot; see {@link SnapshotListeners} for when and by which thread. */
public interface SnapshotListener {
  /**
   * A document has been read anew.
   *
   * @param old the snapshot before; null if none was kept: at the first reading, and after a change
   *     or a failure that made the document be forgotten
   * @param next the new snapshot, whether its content differs or not
   */
  <T> void replaced(
      ClusterName cluster, Document<T> document, @Nullable Snapshot<T> old, Snapshot<T> next);
}
