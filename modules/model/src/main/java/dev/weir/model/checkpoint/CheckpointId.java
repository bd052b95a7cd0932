// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

import dev.weir.model.MalformedIdException;
import dev.weir.model.Numbers;

/**
 * The number of a checkpoint within its job.
 *
 * @param value 0 to 9223372036854775807
 */
public record CheckpointId(long value) {
  /**
   * Reads a decimal number.
   *
   * @throws MalformedIdException if it is not a number from 0 to 9223372036854775807
   */
  public static CheckpointId parse(String text) {
    return new CheckpointId(Numbers.parse("a checkpoint id", text, Long.MAX_VALUE));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
