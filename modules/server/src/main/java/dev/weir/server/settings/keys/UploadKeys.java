// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.size;

import java.util.List;

/** The settings that say what an upload may be. */
public final class UploadKeys {
  public static final Setting<Long> UPLOAD_BYTES =
      Setting.of(
          "weir.upload.max-bytes", size(), "100 MiB", "The largest jar that is taken, in bytes.");

  public static final Setting<Long> STORED_BYTES =
      Setting.of(
          "weir.upload.max-stored-bytes",
          size(),
          "1 GiB",
          "What the jars that are kept for one cluster may take; the one used longest ago goes.");

  public static final Setting<Integer> MAX_ENTRIES =
      Setting.of(
          "weir.upload.max-entries",
          integer(1, 10_000_000),
          "100000",
          "How many entries an uploaded jar may have.");

  public static final Setting<Integer> MAX_RATIO =
      Setting.of(
          "weir.upload.max-ratio",
          integer(1, 10_000),
          "100",
          "How many times its own size an uploaded jar may unpack to.");

  public static final Setting<Long> MAX_PENDING_BYTES =
      Setting.of(
          "weir.upload.max-pending-bytes",
          size(),
          "1 GiB",
          "The disk that uploads on their way may take together.");

  public static final Setting<Integer> PER_MINUTE =
      Setting.of(
          "weir.upload.per-minute",
          integer(0, 1_000_000),
          "60",
          "How many uploads all clients together may make in a minute; 0 is no limit.");

  public static final List<Setting<?>> ALL =
      List.of(UPLOAD_BYTES, STORED_BYTES, MAX_ENTRIES, MAX_RATIO, MAX_PENDING_BYTES, PER_MINUTE);

  private UploadKeys() {}
}
