// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.duration;
import static dev.weir.server.settings.types.ValueTypes.size;

import java.time.Duration;
import java.util.List;

/** The settings of snapshots: how long answers of clusters are kept. */
public final class SnapshotKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Duration> REFRESH_INTERVAL =
      GROUP.add(
          Setting.of(
                  "weir.refresh-interval",
                  duration(),
                  "3 s",
                  "Age at which an answer of the cluster is refreshed.")
              .orFlink("web.refresh-interval", "jobmanager.web.refresh-interval"));

  public static final Setting<Duration> MAX_STALENESS =
      GROUP.add(
          Setting.of(
              "weir.max-staleness",
              duration(),
              "10 s",
              "Maximum age of an answer; readers of an older one wait for a new answer."));

  public static final Setting<Duration> MAX_UNREACHABLE =
      GROUP.add(
          Setting.of(
              "weir.max-unreachable",
              duration(),
              "10 min",
              "How long the last answers are served, marked as such, while the cluster is unreachable."));

  public static final Setting<Duration> PROBE_INTERVAL =
      GROUP.add(
          Setting.of(
              "weir.probe-interval",
              duration(),
              "3 s",
              "Maximum time without an answer before the cluster is probed."));

  public static final Setting<Long> MAX_BYTES =
      GROUP.add(
          Setting.of(
              "weir.snapshots.max-bytes",
              size(),
              "256 MiB",
              "Maximum memory for the kept answers of one cluster, in bytes. All clusters together take at most a quarter of the heap."));

  private SnapshotKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
