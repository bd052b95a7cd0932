// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import static java.util.Objects.requireNonNull;

/**
 * One key of a configuration file.
 *
 * @param key the key, its parts joined by dots
 * @param value the text of its value
 * @param line the line it is on, counted from 1
 */
record ConfEntry(String key, String value, int line) {

  ConfEntry {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
  }
}
