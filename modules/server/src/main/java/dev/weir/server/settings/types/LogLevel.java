// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import java.util.Locale;

/** How much the log says; each level includes the ones before it. */
public enum LogLevel {
  ERROR,
  WARNING,
  INFO,
  DEBUG;

  /** The name as it is written in a setting, such as {@code info}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
