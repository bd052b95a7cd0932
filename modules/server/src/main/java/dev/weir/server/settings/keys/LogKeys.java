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
          Setting.of(
                  "weir.log.level",
                  oneOf(LogLevel.class),
                  "info",
                  "Log level; each level includes the levels before it.")
              .standaloneOnly());

  public static final Setting<LogStyle> FORMAT =
      GROUP.add(
          Setting.of(
                  "weir.log.format",
                  oneOf(LogStyle.class),
                  "text",
                  "Log format: one line of text, or one JSON object, for each record.")
              .standaloneOnly());

  public static final Setting<Path> FILE =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.log.file",
                  rolledFile(),
                  "File that gets the log in addition to stderr. Older files get a date and a number.")
              .standaloneOnly());

  public static final Setting<Integer> FILE_BYTES =
      GROUP.add(
          Setting.of(
                  "weir.log.max-bytes",
                  size("1 KiB", "2047 MiB"),
                  "64 MiB",
                  "Size at which a new log file begins, in bytes. Each day begins a new file too.")
              .standaloneOnly());

  public static final Setting<Long> TOTAL_BYTES =
      GROUP.add(
          Setting.of(
                  "weir.log.max-total-bytes",
                  size(),
                  "1 GiB",
                  "Maximum total size of older log files, in bytes. The oldest file is removed first.")
              .standaloneOnly());

  public static final Setting<Integer> DAYS =
      GROUP.add(
          Setting.of(
                  "weir.log.max-days",
                  integer(1, 3_650),
                  "30",
                  "How many days older log files are kept.")
              .standaloneOnly());

  public static final Setting<Path> CONFIG =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.log.config",
                  file(
                      "the path of a file whose name ends in .xml",
                      file -> file.toString().endsWith(".xml")),
                  "Logback configuration file with levels of loggers. With scan=\"true\" changes apply while the server runs.")
              .standaloneOnly());

  private LogKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }

  /**
   * A file that older log files are named after. Logback makes patterns of its path, in which other
   * characters have a meaning.
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
