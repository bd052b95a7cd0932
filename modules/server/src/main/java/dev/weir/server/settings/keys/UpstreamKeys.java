// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.duration;
import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.size;

import java.time.Duration;
import java.util.List;

/** The settings of requests to clusters. */
public final class UpstreamKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Duration> TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.upstream.timeout",
              duration(),
              "10 s",
              "Deadline of one read from the cluster."));

  public static final Setting<Duration> CHANGE_TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.upstream.change-timeout",
              duration(),
              "60 s",
              "Deadline of one change to the cluster, except for running a jar."));

  /** Flink itself gives up after its web.timeout, 10 minutes by default, and says why. */
  public static final Setting<Duration> RUN_TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.upstream.run-timeout",
              duration(),
              "11 min",
              "Deadline of running or planning a jar. The cluster answers after its main() method returns."));

  public static final Setting<Duration> TRANSFER_TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.upstream.transfer-timeout",
              duration(),
              "10 min",
              "Deadline of one log transfer from the cluster."));

  public static final Setting<Duration> TRANSFER_SILENCE =
      GROUP.add(
          Setting.of(
              "weir.upstream.transfer-silence",
              duration(),
              "30 s",
              "Maximum pause of the cluster during a log transfer."));

  public static final Setting<Integer> TRANSFERS =
      GROUP.add(
          Setting.of(
              "weir.upstream.transfers",
              integer(1, 1_000),
              "16",
              "Maximum concurrent log transfers from one cluster; further requests get 503."));

  public static final Setting<Integer> CONNECTIONS =
      GROUP.add(
          Setting.of(
              "weir.upstream.connections",
              integer(1, 1_000),
              "16",
              "Maximum concurrent requests to one cluster."));

  public static final Setting<Integer> MAX_WAITING =
      GROUP.add(
          Setting.of(
              "weir.upstream.max-waiting",
              integer(0, 1_000_000),
              "1000",
              "Maximum requests that queue for one cluster; further requests are rejected."));

  public static final Setting<Integer> MAX_ANSWER_BYTES =
      GROUP.add(
          Setting.of(
              "weir.upstream.max-answer-bytes",
              size("1 KiB", "2047 MiB"),
              "256 MiB",
              "Maximum size of one answer of the cluster, in bytes. Limited to half of weir.upstream.max-pending-bytes."));

  public static final Setting<Long> MAX_PENDING_BYTES =
      GROUP.add(
          Setting.withoutDefault(
              "weir.upstream.max-pending-bytes",
              size(),
              "Maximum memory for answers being read, of all clusters, in bytes. Default: an eighth of the heap."));

  public static final Setting<Duration> PATIENCE =
      GROUP.add(
          Setting.of(
              "weir.upstream.patience",
              duration(),
              "2 s",
              "How long an answer about several clusters waits for each cluster."));

  private UpstreamKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
