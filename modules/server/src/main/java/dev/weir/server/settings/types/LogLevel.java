// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import java.util.Locale;

/** The level of the log; each level includes the ones before it. */
public enum LogLevel {
  ERROR,
  WARNING,
  INFO,
  DEBUG;

  /** The name in settings, such as {@code info}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
