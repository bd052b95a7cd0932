// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.List;

/** How the lines of a file become what it says. */
@FunctionalInterface
interface FileContent<T> {
  /**
   * Reads all lines.
   *
   * @param place how to name the file in a sentence
   * @throws SecurityFileException if one of them is not right, or there are none that count
   */
  T of(List<String> lines, String place) throws SecurityFileException;
}
