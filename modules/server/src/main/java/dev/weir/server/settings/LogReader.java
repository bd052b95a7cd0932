// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.server.settings.keys.LogKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.sources.ResolvedSettings;
import dev.weir.server.settings.sources.SettingsException;

/** Reads the log settings. */
final class LogReader {
  private LogReader() {}

  static LogSettings read(ResolvedSettings resolved) throws SettingsException {
    return new LogSettings(
        resolved.value(LogKeys.LEVEL),
        resolved.value(LogKeys.FORMAT),
        resolved.optional(LogKeys.FILE),
        rolling(resolved, LogKeys.FILE_BYTES, LogKeys.TOTAL_BYTES, LogKeys.DAYS),
        resolved.optional(LogKeys.CONFIG));
  }

  /** When log files are rolled; the older files together must have room for one at least. */
  static LogSettings.Rolling rolling(
      ResolvedSettings resolved,
      Setting<Integer> bytes,
      Setting<Long> totalBytes,
      Setting<Integer> days)
      throws SettingsException {
    int maxBytes = resolved.value(bytes);
    long maxTotalBytes = resolved.value(totalBytes);
    if (maxTotalBytes < maxBytes) {
      throw SettingsException.badValue(
          totalBytes,
          Long.toString(maxTotalBytes),
          resolved.origin(totalBytes),
          bytes.key() + " at least, which is " + maxBytes);
    }
    return new LogSettings.Rolling(maxBytes, maxTotalBytes, resolved.value(days));
  }
}
