// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.file;
import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.oneOf;
import static dev.weir.server.settings.types.ValueTypes.size;

import dev.weir.server.settings.types.LogLevel;
import dev.weir.server.settings.types.LogStyle;
import dev.weir.server.settings.types.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The settings of the server's own log. */
public final class LogKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  private static final Pattern ROLLABLE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  public static final Setting<LogLevel> LEVEL =
      GROUP.add(
          Setting.of("weir.log.level", oneOf(LogLevel.class), "info", "How much the log says.")
              .standaloneOnly());

  public static final Setting<LogStyle> FORMAT =
      GROUP.add(
          Setting.of(
                  "weir.log.format",
                  oneOf(LogStyle.class),
                  "text",
                  "How the log is written: one line of text a record, or one JSON object.")
              .standaloneOnly());

  public static final Setting<Path> FILE =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.log.file",
                  rolledFile(),
                  "A file that gets the log besides stderr; a date and a number are added for older ones.")
              .standaloneOnly());

  public static final Setting<Integer> FILE_BYTES =
      GROUP.add(
          Setting.of(
                  "weir.log.max-bytes",
                  size("1 KiB", "2047 MiB"),
                  "64 MiB",
                  "The size from which on a new file of the log is begun, in bytes; each day begins one too.")
              .standaloneOnly());

  public static final Setting<Long> TOTAL_BYTES =
      GROUP.add(
          Setting.of(
                  "weir.log.max-total-bytes",
                  size(),
                  "1 GiB",
                  "What older files of the log may take together, in bytes; the oldest goes first.")
              .standaloneOnly());

  public static final Setting<Integer> DAYS =
      GROUP.add(
          Setting.of(
                  "weir.log.max-days",
                  integer(1, 3_650),
                  "30",
                  "How many days older files of the log are kept.")
              .standaloneOnly());

  public static final Setting<Path> CONFIG =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.log.config",
                  file(
                      "the path of a file whose name ends in .xml",
                      file -> file.toString().endsWith(".xml")),
                  "A file of Logback's, such as logback.xml, with levels of loggers; with scan=\"true\" in it, changes count while the server runs.")
              .standaloneOnly());

  private LogKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }

  /**
   * A file that older ones are named after. Logback makes patterns of its path, which other
   * characters would be part of.
   */
  static ValueType<Path> rolledFile() {
    return file(
        "the path of a file without '%', whose name is of letters, digits, '.', '_' and '-'",
        file ->
            !file.toString().contains("%")
                && file.getFileName() != null
                && ROLLABLE.matcher(file.getFileName().toString()).matches());
  }
}
