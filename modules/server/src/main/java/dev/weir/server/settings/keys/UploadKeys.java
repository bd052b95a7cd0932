// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.bool;
import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.path;
import static dev.weir.server.settings.types.ValueTypes.size;

import java.nio.file.Path;
import java.util.List;

/** The settings of uploads. */
public final class UploadKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Boolean> SUBMIT_ENABLED =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.submit.enabled",
                  bool(),
                  "Allows uploading and running jars. Default: true on a loopback address, otherwise false.")
              .orFlink("web.submit.enable", "jobmanager.web.submit.enable"));

  public static final Setting<Path> UPLOAD_DIR =
      GROUP.add(
          Setting.withoutDefault(
              "weir.upload.dir",
              path(),
              "Directory for uploaded jars. Default: a temporary directory, removed at the end."));

  public static final Setting<Long> UPLOAD_BYTES =
      GROUP.add(
          Setting.of(
              "weir.upload.max-bytes",
              size(),
              "100 MiB",
              "Maximum size of one uploaded jar, in bytes."));

  public static final Setting<Long> STORED_BYTES =
      GROUP.add(
          Setting.of(
              "weir.upload.max-stored-bytes",
              size(),
              "1 GiB",
              "Maximum total size of the jars kept for one cluster, in bytes. The least recently used jar is removed first."));

  public static final Setting<Integer> MAX_ENTRIES =
      GROUP.add(
          Setting.of(
              "weir.upload.max-entries",
              integer(1, 10_000_000),
              "100000",
              "Maximum number of entries in an uploaded jar."));

  public static final Setting<Integer> MAX_RATIO =
      GROUP.add(
          Setting.of(
              "weir.upload.max-ratio",
              integer(1, 10_000),
              "100",
              "Maximum ratio of unpacked to packed size of an uploaded jar."));

  public static final Setting<Long> MAX_PENDING_BYTES =
      GROUP.add(
          Setting.of(
              "weir.upload.max-pending-bytes",
              size(),
              "1 GiB",
              "Maximum disk space for all uploads in progress, in bytes."));

  public static final Setting<Integer> PER_MINUTE =
      GROUP.add(
          Setting.of(
              "weir.upload.per-minute",
              integer(0, 1_000_000),
              "60",
              "Maximum uploads a minute, of all clients together; 0 means no limit."));

  private UploadKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
