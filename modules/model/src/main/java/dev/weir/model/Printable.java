// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import java.util.regex.Pattern;

/** Makes what a client sent fit to be shown: short, on one line, and as it reads. */
public final class Printable {
  private static final int LONGEST = 80;

  /** Control characters, ends of lines and paragraphs, what turns the direction, half letters. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]");

  private Printable() {}

  /** The text, cut after 80 characters, with {@code ?} in place of what is not printable. */
  public static String of(String text) {
    return inFull(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
  }

  /** The text in its length, with {@code ?} in place of what is not printable. */
  public static String inFull(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }

  /** Whether all of a text is printable. */
  public static boolean isPrintable(String text) {
    return !UNPRINTABLE.matcher(text).find();
  }
}
