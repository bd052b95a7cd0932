// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import static java.util.Objects.requireNonNull;

/**
 * One key of a configuration file.
 *
 * @param key the key; parts of a nested key are joined by dots
 * @param value the value as text
 * @param line the line number, counted from 1; 0 if it is not known
 */
record ConfEntry(String key, String value, int line) {

  ConfEntry {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
  }
}
