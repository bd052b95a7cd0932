// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import java.util.HashSet;
import java.util.Set;

/** The space on disk for uploads on their way, shared by all of them. */
final class UploadSpace {
  private final UploadLimits limits;
  private final Set<Share> shares = new HashSet<>();

  UploadSpace(UploadLimits limits) {
    this.limits = limits;
  }

  /**
   * Reserves space for one upload.
   *
   * @param bytes its announced length; less than 0 if unknown, which takes as much as an upload may
   * @throws ClusterException {@code NO_ROOM} if that is not free now
   */
  UploadRoom room(long bytes) {
    long most = limits.maxBytes();
    Share share = new Share(bytes < 0 ? most : Math.min(bytes, most));
    synchronized (shares) {
      if (shares.stream().mapToLong(one -> one.bytes).sum() + share.bytes
          > limits.maxPendingBytes()) {
        throw new ClusterException(
            Reason.NO_ROOM,
            "The uploads that are on their way take all of the "
                + limits.maxPendingBytes()
                + " bytes of weir.upload.max-pending-bytes; try again when they have arrived.");
      }
      shares.add(share);
    }
    return share;
  }

  private final class Share implements UploadRoom {
    private final long bytes;

    private Share(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public void close() {
      synchronized (shares) {
        shares.remove(this);
      }
    }
  }
}
