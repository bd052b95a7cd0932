// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.path;

import java.nio.file.Path;
import java.util.List;

/** The settings of the embedded Flink. */
public final class EmbeddedKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Integer> TASK_MANAGERS =
      GROUP.add(
          Setting.of(
                  "weir.embedded.task-managers",
                  integer(1, 100),
                  "1",
                  "Number of TaskManagers of the embedded Flink.")
              .orFlink("minicluster.number-of-taskmanagers", "local.number-taskmanager")
              .standaloneOnly());

  public static final Setting<Integer> SLOTS =
      GROUP.add(
          Setting.of(
                  "weir.embedded.slots",
                  integer(1, 10_000),
                  "8",
                  "Number of slots of each TaskManager of the embedded Flink.")
              .orFlink("taskmanager.numberOfTaskSlots")
              .standaloneOnly());

  public static final Setting<Integer> HISTORY =
      GROUP.add(
          Setting.of(
                  "weir.embedded.history",
                  integer(0, Integer.MAX_VALUE),
                  "50",
                  "Number of ended jobs that the embedded Flink keeps.")
              .orFlink(
                  "completed-application-store.max-capacity",
                  "jobstore.max-capacity",
                  "web.history",
                  "jobmanager.web.history")
              .standaloneOnly());

  public static final Setting<Path> UPLOAD_DIR =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.embedded.upload-dir",
                  path(),
                  "Directory of the embedded Flink for uploaded jars. Default: weir.upload.dir, or a temporary directory.")
              .orFlink("web.upload.dir", "jobmanager.web.upload.dir")
              .standaloneOnly());

  private EmbeddedKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
