// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.directories;
import static dev.weir.server.settings.types.ValueTypes.integer;

import java.util.List;

/** The settings of savepoints. */
public final class SavepointKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Integer> REMEMBERED =
      GROUP.add(
          Setting.of(
              "weir.savepoints.remembered",
              integer(1, 1_000_000),
              "1000",
              "Number of savepoint requests whose outcome can be queried."));

  public static final Setting<List<String>> DIRECTORIES =
      GROUP.add(
          Setting.withoutDefault(
              "weir.savepoints.directories",
              directories(),
              "Directories that clients may name for savepoints, including subdirectories. Default: any."));

  private SavepointKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
