// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static java.util.Objects.requireNonNull;

import dev.weir.server.settings.types.LogLevel;
import dev.weir.server.settings.types.LogStyle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of the server's log.
 *
 * @param level the level of the log
 * @param format the format of the log
 * @param file the current log file, besides stderr; empty for none
 * @param rolling when the log file is rolled
 * @param config a Logback file with further configuration; empty for none
 */
public record LogSettings(
    LogLevel level, LogStyle format, Optional<Path> file, Rolling rolling, Optional<Path> config) {

  /**
   * When a log file is rolled, and how long older files are kept.
   *
   * @param maxBytes the size at which a new file begins, in bytes; each day begins one too
   * @param maxTotalBytes maximum size of all older files together, in bytes; at least {@code
   *     maxBytes}
   * @param maxDays how many days older files are kept
   */
  public record Rolling(int maxBytes, long maxTotalBytes, int maxDays) {}

  public LogSettings {
    requireNonNull(level, "level");
    requireNonNull(format, "format");
    requireNonNull(file, "file");
    requireNonNull(rolling, "rolling");
    requireNonNull(config, "config");
  }
}
