// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.List;

/** Parses the lines of a file. */
@FunctionalInterface
interface FileContent<T> {
  /**
   * Parses all lines.
   *
   * @param place name of the file for messages
   * @throws SecurityFileException if a line is malformed, or if there are no entries
   */
  T of(List<String> lines, String place) throws SecurityFileException;
}
