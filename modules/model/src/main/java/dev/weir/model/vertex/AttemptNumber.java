// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import dev.weir.model.MalformedIdException;
import dev.weir.model.Numbers;

/**
 * The number of an attempt to run a subtask.
 *
 * @param value 0 to 2147483647
 */
public record AttemptNumber(int value) {
  /**
   * Reads a decimal number.
   *
   * @throws MalformedIdException if it is not a number from 0 to 2147483647
   */
  public static AttemptNumber parse(String text) {
    return new AttemptNumber((int) Numbers.parse("an attempt number", text, Integer.MAX_VALUE));
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
