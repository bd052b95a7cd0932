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
                  "The number of TaskManagers of the embedded Flink.")
              .orFlink("minicluster.number-of-taskmanagers", "local.number-taskmanager")
              .standaloneOnly());

  public static final Setting<Integer> SLOTS =
      GROUP.add(
          Setting.of(
                  "weir.embedded.slots",
                  integer(1, 10_000),
                  "8",
                  "The number of slots of each TaskManager of the embedded Flink.")
              .orFlink("taskmanager.numberOfTaskSlots")
              .standaloneOnly());

  public static final Setting<Integer> HISTORY =
      GROUP.add(
          Setting.of(
                  "weir.embedded.history",
                  integer(0, Integer.MAX_VALUE),
                  "50",
                  "How many ended jobs the embedded Flink keeps.")
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
                  "The directory of the embedded Flink for uploaded jars. Default: weir.upload.dir, or one that goes with the server.")
              .orFlink("web.upload.dir", "jobmanager.web.upload.dir")
              .standaloneOnly());

  private EmbeddedKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
