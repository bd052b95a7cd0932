// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.bool;

import java.util.List;

/** The settings of Flink's own API at {@code /v1}. */
public final class V1Keys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Boolean> SHUTDOWN =
      GROUP.add(
          Setting.of(
              "weir.v1.shutdown",
              bool(),
              "false",
              "Allows shutting a cluster down by DELETE /v1/cluster."));

  public static final Setting<Boolean> DASHBOARD =
      GROUP.add(
          Setting.of(
              "weir.v1.dashboard", bool(), "true", "Serves the dashboard of Flink at /v1/."));

  private V1Keys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
