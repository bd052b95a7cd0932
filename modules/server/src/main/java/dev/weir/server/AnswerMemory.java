// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.server.settings.Settings;
import dev.weir.server.settings.keys.SnapshotKeys;
import dev.weir.server.settings.keys.UpstreamKeys;

/**
 * What answers of clusters may take of the heap.
 *
 * @param pending those that are being read, of all clusters together, in bytes
 * @param answer one of them
 * @param snapshots those that are kept of each cluster
 */
record AnswerMemory(long pending, long answer, long snapshots) {
  /** By the settings, within what the heap has. */
  static AnswerMemory of(Settings settings, long heap) {
    long pending = settings.optional(UpstreamKeys.MAX_PENDING_BYTES).orElse(heap / 8);
    return new AnswerMemory(
        pending,
        Math.min(settings.value(UpstreamKeys.MAX_ANSWER_BYTES), pending / 2),
        Math.min(settings.value(SnapshotKeys.MAX_BYTES), heap / 4 / settings.clusters().size()));
  }
}
