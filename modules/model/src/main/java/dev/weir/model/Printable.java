// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import java.util.regex.Pattern;

/** Makes text from clients safe to show: short, on one line, without hidden characters. */
public final class Printable {
  private static final int LONGEST = 80;

  /** Control characters, line and paragraph separators, direction marks, unpaired surrogates. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]");

  private Printable() {}

  /** Truncates the text after 80 characters and replaces unprintable ones by {@code ?}. */
  public static String of(String text) {
    return inFull(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
  }

  /** Replaces unprintable characters by {@code ?}, without truncation. */
  public static String inFull(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }

  /** Whether all characters of a text are printable. */
  public static boolean isPrintable(String text) {
    return !UNPRINTABLE.matcher(text).find();
  }
}
