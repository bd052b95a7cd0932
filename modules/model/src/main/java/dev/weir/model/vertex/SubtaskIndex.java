// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import dev.weir.model.MalformedIdException;
import dev.weir.model.Numbers;

/**
 * The number of a subtask within its vertex.
 *
 * @param value 0 to 2147483647
 */
public record SubtaskIndex(int value) {
  /**
   * Reads a decimal number.
   *
   * @throws MalformedIdException if it is not a number from 0 to 2147483647
   */
  public static SubtaskIndex parse(String text) {
    return new SubtaskIndex((int) Numbers.parse("a subtask number", text, Integer.MAX_VALUE));
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
