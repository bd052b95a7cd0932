// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.duration;
import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.size;

import java.time.Duration;
import java.util.List;

/** The settings that say how clusters are asked. */
public final class UpstreamKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Duration> TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.upstream.timeout",
              duration(),
              "10 s",
              "The deadline of one read from the cluster."));

  public static final Setting<Duration> CHANGE_TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.upstream.change-timeout",
              duration(),
              "60 s",
              "The deadline of one change to the cluster, but for running a program."));

  /** Flink itself gives up after its web.timeout, 10 minutes by default, and says why. */
  public static final Setting<Duration> RUN_TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.upstream.run-timeout",
              duration(),
              "11 min",
              "The deadline of running or planning a program, whose main() it waits for."));

  public static final Setting<Duration> TRANSFER_TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.upstream.transfer-timeout",
              duration(),
              "10 min",
              "The deadline of the transfer of one log from the cluster."));

  public static final Setting<Duration> TRANSFER_SILENCE =
      GROUP.add(
          Setting.of(
              "weir.upstream.transfer-silence",
              duration(),
              "30 s",
              "How long the cluster may send nothing of a log before the transfer is ended."));

  public static final Setting<Integer> TRANSFERS =
      GROUP.add(
          Setting.of(
              "weir.upstream.transfers",
              integer(1, 1_000),
              "16",
              "How many logs of one cluster are sent at a time; more are answered with 503."));

  public static final Setting<Integer> CONNECTIONS =
      GROUP.add(
          Setting.of(
              "weir.upstream.connections",
              integer(1, 1_000),
              "16",
              "How many requests one cluster is asked at a time."));

  public static final Setting<Integer> MAX_WAITING =
      GROUP.add(
          Setting.of(
              "weir.upstream.max-waiting",
              integer(0, 1_000_000),
              "1000",
              "How many requests may wait for their turn at one cluster before more are refused."));

  public static final Setting<Integer> MAX_ANSWER_BYTES =
      GROUP.add(
          Setting.of(
              "weir.upstream.max-answer-bytes",
              size("1 KiB", "2047 MiB"),
              "256 MiB",
              "The largest answer of the cluster that is read, in bytes; at most half of what may be pending for all."));

  public static final Setting<Long> MAX_PENDING_BYTES =
      GROUP.add(
          Setting.withoutDefault(
              "weir.upstream.max-pending-bytes",
              size(),
              "The memory for answers of all clusters that are being read, in bytes; without it an eighth of the heap."));

  public static final Setting<Duration> PATIENCE =
      GROUP.add(
          Setting.of(
              "weir.upstream.patience",
              duration(),
              "2 s",
              "How long an answer about several clusters waits for each of them."));

  private UpstreamKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
