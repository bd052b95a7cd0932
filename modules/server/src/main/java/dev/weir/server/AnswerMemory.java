// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.server.settings.Settings;

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
    long pending = settings.upstream().maxPendingBytes().orElse(heap / 8);
    return new AnswerMemory(
        pending,
        Math.min(settings.upstream().maxAnswerBytes(), pending / 2),
        Math.min(settings.snapshots().maxBytes(), heap / 4 / settings.clusters().size()));
  }
}
