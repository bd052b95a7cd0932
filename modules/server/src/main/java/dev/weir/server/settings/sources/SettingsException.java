// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.server.settings.keys.Setting;
import java.util.Objects;

/** Invalid settings. The message is written for the user, with a line for each problem. */
public final class SettingsException extends Exception {
  public SettingsException(String message) {
    super(message);
  }

  /** The message; never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }

  /** An invalid value. The message has the key, the value, its origin and what is valid. */
  public static SettingsException badValue(Setting<?> setting, String value, String origin) {
    return new SettingsException(
        given(setting, value, origin) + ", but " + setting.type().complaint(value) + ".");
  }

  public static SettingsException badValue(
      Setting<?> setting, String value, String origin, String right) {
    return new SettingsException(given(setting, value, origin) + ", but must be " + right + ".");
  }

  private static String given(Setting<?> setting, String value, String origin) {
    return setting.key() + " is '" + setting.shown(value) + "' (" + origin + ")";
  }
}
