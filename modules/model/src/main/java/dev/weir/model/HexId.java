// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of ids that Flink generates: 32 hexadecimal digits in lower case. */
public final class HexId {
  /** The required form, as the end of a sentence. */
  public static final String RIGHT = "it must be 32 hexadecimal digits";

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  private HexId() {}

  /** Parses an id in upper or lower case and returns it in lower case; empty for any other text. */
  public static Optional<String> read(String text) {
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(id -> FORM.matcher(id).matches());
  }
}
