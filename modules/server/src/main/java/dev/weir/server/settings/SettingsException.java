// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.model.Printable;
import java.util.Objects;

/** Settings that are not right. The message is written for the user, a line each problem. */
public final class SettingsException extends Exception {
  private static final String NOT_A_SETTING = ", but there is no such setting; the nearest is ";

  /** Takes a sentence. */
  SettingsException(String message) {
    super(message);
  }

  /** The message, which is never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }

  /** A value that its setting cannot have: the key, the value, where it is from, what is right. */
  static SettingsException badValue(Setting<?> setting, String value, String origin) {
    return new SettingsException(
        given(setting.key(), value, origin) + ", but " + setting.type().complaint(value) + ".");
  }

  static SettingsException badValue(Setting<?> setting, String value, String origin, String right) {
    return new SettingsException(
        given(setting.key(), value, origin) + ", but must be " + right + ".");
  }

  /** A key that is none of ours. Its value is not shown: it may be meant for a secret. */
  static SettingsException unknownKey(String key, String origin) {
    return new SettingsException(
        Printable.of(key)
            + " is given ("
            + origin
            + ")"
            + NOT_A_SETTING
            + Suggestions.to(key).key()
            + ".");
  }

  /** An environment variable that is none of ours. */
  static SettingsException unknownVariable(String name) {
    return new SettingsException(
        Printable.of(name)
            + " is given (environment variable)"
            + NOT_A_SETTING
            + Suggestions.to(name).environmentVariable()
            + ".");
  }

  private static String given(String key, String value, String origin) {
    return key + " is '" + Masked.value(key, value) + "' (" + origin + ")";
  }
}
