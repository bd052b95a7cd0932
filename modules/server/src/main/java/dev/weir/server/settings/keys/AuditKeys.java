// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.patterns;
import static dev.weir.server.settings.types.ValueTypes.size;

import java.nio.file.Path;
import java.util.List;

/** The settings of what is written down about changes, and of what is not shown. */
public final class AuditKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Path> FILE =
      GROUP.add(
          Setting.withoutDefault(
              "weir.audit.file",
              LogKeys.rolledFile(),
              "The file of the audit log; a date and a number are added for older ones. Without it the lines go to the log."));

  public static final Setting<Integer> FILE_BYTES =
      GROUP.add(
          Setting.of(
              "weir.audit.max-bytes",
              size("1 KiB", "2047 MiB"),
              "64 MiB",
              "The size from which on a new file of the audit log is begun, in bytes; each day begins one too."));

  public static final Setting<Long> TOTAL_BYTES =
      GROUP.add(
          Setting.of(
              "weir.audit.max-total-bytes",
              size(),
              "1 GiB",
              "What older files of the audit log may take together, in bytes; the oldest goes first."));

  public static final Setting<Integer> DAYS =
      GROUP.add(
          Setting.of(
              "weir.audit.max-days",
              integer(1, 3_650),
              "365",
              "How many days older files of the audit log are kept."));

  public static final Setting<Integer> DENIALS =
      GROUP.add(
          Setting.of(
              "weir.audit.denials-per-minute",
              integer(1, 1_000_000),
              "60",
              "How many failed logins and denied changes are written down in a minute, a quarter of them of one client. Others are counted."));

  public static final Setting<List<String>> MASKED_KEYS =
      GROUP.add(
          Setting.withoutDefault(
              "weir.masked.keys",
              patterns(),
              "Regular expressions by blanks; keys that one is found in name a secret too, beside those that Flink knows."));

  private AuditKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
