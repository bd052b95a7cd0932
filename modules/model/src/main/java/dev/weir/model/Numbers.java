// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import java.math.BigInteger;

/** Parses numeric identifiers. */
public final class Numbers {
  private Numbers() {}

  public static long parse(String what, String text, long max) {
    // A long has at most 19 digits. Java's own parser also accepts signs and non-ASCII digits.
    if (text.matches("[0-9]{1,19}")) {
      BigInteger value = new BigInteger(text);
      if (value.compareTo(BigInteger.valueOf(max)) <= 0) {
        return value.longValue();
      }
    }
    throw new MalformedIdException(what, text, "it must be a number from 0 to " + max);
  }
}
