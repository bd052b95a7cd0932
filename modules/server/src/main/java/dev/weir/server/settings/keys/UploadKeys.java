// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.bool;
import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.path;
import static dev.weir.server.settings.types.ValueTypes.size;

import java.nio.file.Path;
import java.util.List;

/** The settings that say what an upload may be. */
public final class UploadKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Boolean> SUBMIT_ENABLED =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.submit.enabled",
                  bool(),
                  "Whether jars may be uploaded and jobs submitted; without it, where the server listens on a loopback address alone.")
              .orFlink("web.submit.enable", "jobmanager.web.submit.enable"));

  public static final Setting<Path> UPLOAD_DIR =
      GROUP.add(
          Setting.withoutDefault(
              "weir.upload.dir",
              path(),
              "The directory that keeps uploaded jars; without it they go with the server."));

  public static final Setting<Long> UPLOAD_BYTES =
      GROUP.add(
          Setting.of(
              "weir.upload.max-bytes",
              size(),
              "100 MiB",
              "The largest jar that is taken, in bytes."));

  public static final Setting<Long> STORED_BYTES =
      GROUP.add(
          Setting.of(
              "weir.upload.max-stored-bytes",
              size(),
              "1 GiB",
              "What the jars that are kept for one cluster may take; the one used longest ago goes."));

  public static final Setting<Integer> MAX_ENTRIES =
      GROUP.add(
          Setting.of(
              "weir.upload.max-entries",
              integer(1, 10_000_000),
              "100000",
              "How many entries an uploaded jar may have."));

  public static final Setting<Integer> MAX_RATIO =
      GROUP.add(
          Setting.of(
              "weir.upload.max-ratio",
              integer(1, 10_000),
              "100",
              "How many times its own size an uploaded jar may unpack to."));

  public static final Setting<Long> MAX_PENDING_BYTES =
      GROUP.add(
          Setting.of(
              "weir.upload.max-pending-bytes",
              size(),
              "1 GiB",
              "The disk that uploads on their way may take together."));

  public static final Setting<Integer> PER_MINUTE =
      GROUP.add(
          Setting.of(
              "weir.upload.per-minute",
              integer(0, 1_000_000),
              "60",
              "How many uploads all clients together may make in a minute; 0 is no limit."));

  private UploadKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
