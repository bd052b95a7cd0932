// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import java.math.BigInteger;

/** Reads the numbers that identify things. */
public final class Numbers {
  private Numbers() {}

  public static long parse(String what, String text, long max) {
    // Nineteen digits are the most a long has; Java's own parser takes signs and foreign digits.
    if (text.matches("[0-9]{1,19}")) {
      BigInteger value = new BigInteger(text);
      if (value.compareTo(BigInteger.valueOf(max)) <= 0) {
        return value.longValue();
      }
    }
    throw new MalformedIdException(what, text, "it must be a number from 0 to " + max);
  }
}
