// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static java.util.Objects.requireNonNull;

import dev.weir.server.settings.types.LogLevel;
import dev.weir.server.settings.types.LogStyle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server's own log.
 *
 * @param level how much it says
 * @param format how it is written
 * @param file the newest file that gets it besides stderr; empty for none
 * @param rolling how that is followed by the next
 * @param config a file of Logback's with more; empty for none
 */
public record LogSettings(
    LogLevel level, LogStyle format, Optional<Path> file, Rolling rolling, Optional<Path> config) {

  /**
   * When a new file is begun, and how long older ones are kept.
   *
   * @param maxBytes the size from which on a new one is begun, in bytes; each day begins one too
   * @param maxTotalBytes what older ones may take together, in bytes; at least {@code maxBytes}
   * @param maxDays how many days they are kept
   */
  public record Rolling(int maxBytes, long maxTotalBytes, int maxDays) {}

  /** Checks that all is there. */
  public LogSettings {
    requireNonNull(level, "level");
    requireNonNull(format, "format");
    requireNonNull(file, "file");
    requireNonNull(rolling, "rolling");
    requireNonNull(config, "config");
  }
}
