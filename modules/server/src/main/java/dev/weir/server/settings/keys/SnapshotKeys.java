// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.duration;
import static dev.weir.server.settings.types.ValueTypes.size;

import java.time.Duration;
import java.util.List;

/** The settings of how long answers of clusters are kept. */
public final class SnapshotKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Duration> REFRESH_INTERVAL =
      GROUP.add(
          Setting.of(
                  "weir.refresh-interval",
                  duration(),
                  "3 s",
                  "How long an answer of the cluster is served before it is asked for again.")
              .orFlink("web.refresh-interval", "jobmanager.web.refresh-interval"));

  public static final Setting<Duration> MAX_STALENESS =
      GROUP.add(
          Setting.of(
              "weir.max-staleness",
              duration(),
              "10 s",
              "The age from which on a reader waits for a new answer rather than get the old one."));

  public static final Setting<Duration> MAX_UNREACHABLE =
      GROUP.add(
          Setting.of(
              "weir.max-unreachable",
              duration(),
              "10 min",
              "How long the last answers are served, marked as such, while the cluster cannot be reached."));

  public static final Setting<Duration> PROBE_INTERVAL =
      GROUP.add(
          Setting.of(
              "weir.probe-interval",
              duration(),
              "3 s",
              "After how long without an answer a cluster is asked whether it is there."));

  public static final Setting<Long> MAX_BYTES =
      GROUP.add(
          Setting.of(
              "weir.snapshots.max-bytes",
              size(),
              "256 MiB",
              "The memory that answers kept for serving may take for each cluster, in bytes; for all clusters together never more than a quarter of the heap."));

  private SnapshotKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
