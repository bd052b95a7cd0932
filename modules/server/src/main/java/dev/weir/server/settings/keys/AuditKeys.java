// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.patterns;
import static dev.weir.server.settings.types.ValueTypes.size;

import java.nio.file.Path;
import java.util.List;

/** The settings of the audit log and of masked values. */
public final class AuditKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Path> FILE =
      GROUP.add(
          Setting.withoutDefault(
              "weir.audit.file",
              LogKeys.rolledFile(),
              "File of the audit log. Older files get a date and a number. Default: audit lines go to the log."));

  public static final Setting<Integer> FILE_BYTES =
      GROUP.add(
          Setting.of(
              "weir.audit.max-bytes",
              size("1 KiB", "2047 MiB"),
              "64 MiB",
              "Size at which a new audit file begins, in bytes. Each day begins a new file too."));

  public static final Setting<Long> TOTAL_BYTES =
      GROUP.add(
          Setting.of(
              "weir.audit.max-total-bytes",
              size(),
              "1 GiB",
              "Maximum total size of older audit files, in bytes. The oldest file is removed first."));

  public static final Setting<Integer> DAYS =
      GROUP.add(
          Setting.of(
              "weir.audit.max-days",
              integer(1, 3_650),
              "365",
              "How many days older audit files are kept."));

  public static final Setting<Integer> DENIALS =
      GROUP.add(
          Setting.of(
              "weir.audit.denials-per-minute",
              integer(1, 1_000_000),
              "60",
              "Maximum audit lines a minute for failed logins and denied changes; one client gets a quarter. Further ones are only counted."));

  public static final Setting<List<String>> MASKED_KEYS =
      GROUP.add(
          Setting.withoutDefault(
              "weir.masked.keys",
              patterns(),
              "Regular expressions, by blanks. A key that contains a match is masked, in addition to the keys that Flink masks."));

  private AuditKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
