// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

/** The format of the log. */
public enum LogStyle {
  /** A line of text for each record. */
  TEXT,
  /** A line of JSON for each record. */
  JSON
}
