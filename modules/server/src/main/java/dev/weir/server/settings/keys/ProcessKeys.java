// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.duration;
import static dev.weir.server.settings.types.ValueTypes.path;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The settings of the process: its working files and its shutdown. */
public final class ProcessKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Path> WORK_DIR =
      GROUP.add(
          Setting.withoutDefault(
              "weir.work-dir",
              path(),
              "Directory for working files. Default: a directory in java.io.tmpdir, removed at the end."));

  public static final Setting<Duration> SHUTDOWN_TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.shutdown.timeout",
              duration(),
              "20 s",
              "Deadline of the shutdown: first requests in progress, then the embedded Flink."));

  private ProcessKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
