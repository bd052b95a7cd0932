// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.server.settings.Settings;
import dev.weir.server.settings.keys.SnapshotKeys;
import dev.weir.server.settings.keys.UpstreamKeys;

/**
 * Limits on the heap that answers of clusters may take, in bytes.
 *
 * @param pending limit for the answers being read, of all clusters together
 * @param answer limit for one answer being read
 * @param snapshots limit for the snapshots kept of each cluster
 */
record AnswerMemory(long pending, long answer, long snapshots) {
  /** Derives the limits from the settings and the size of the heap in bytes. */
  static AnswerMemory of(Settings settings, long heap) {
    long pending = settings.optional(UpstreamKeys.MAX_PENDING_BYTES).orElse(heap / 8);
    return new AnswerMemory(
        pending,
        Math.min(settings.value(UpstreamKeys.MAX_ANSWER_BYTES), pending / 2),
        Math.min(settings.value(SnapshotKeys.MAX_BYTES), heap / 4 / settings.clusters().size()));
  }
}
