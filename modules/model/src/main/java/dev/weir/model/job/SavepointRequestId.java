// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import dev.weir.model.MalformedIdException;
import dev.weir.model.Numbers;

/**
 * The number of a cancel-with-savepoint request.
 *
 * @param value 0 to 9223372036854775807
 */
public record SavepointRequestId(long value) {
  /**
   * Reads a decimal number.
   *
   * @throws MalformedIdException if it is not a number from 0 to 9223372036854775807
   */
  public static SavepointRequestId parse(String text) {
    return new SavepointRequestId(Numbers.parse("a request id", text, Long.MAX_VALUE));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
