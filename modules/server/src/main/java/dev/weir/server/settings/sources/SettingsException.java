// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.server.settings.keys.Setting;
import java.util.Objects;

/** Settings that are not right. The message is written for the user, a line each problem. */
public final class SettingsException extends Exception {
  /** Takes a sentence. */
  public SettingsException(String message) {
    super(message);
  }

  /** The message, which is never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }

  /** A value that its setting cannot have: the key, the value, where it is from, what is right. */
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
