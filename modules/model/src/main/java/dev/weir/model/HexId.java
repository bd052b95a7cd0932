// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How Flink writes the ids that it makes: 32 hexadecimal digits in lower case. */
public final class HexId {
  /** What a text must be, as the end of a sentence. */
  public static final String RIGHT = "it must be 32 hexadecimal digits";

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  private HexId() {}

  /** The id that a client means, whose digits may be in either case; empty for anything else. */
  public static Optional<String> read(String text) {
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(id -> FORM.matcher(id).matches());
  }
}
