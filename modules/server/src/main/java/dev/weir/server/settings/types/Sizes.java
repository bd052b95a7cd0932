// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes in bytes, in the format of Flink's {@code MemorySize} ({@code 64 mb}, {@code 1g}), and with
 * units of IEC 80000 ({@code 100 MiB}). Every unit is a power of 1024.
 */
final class Sizes {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,18})\\s*(\\p{L}*)");

  private Sizes() {}

  /** The size in bytes; empty if the text is malformed, or too large for a {@code long}. */
  static Optional<Long> parse(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    OptionalInt shift = shift(matcher.group(2).toLowerCase(Locale.ROOT));
    long amount = Long.parseLong(matcher.group(1));
    if (shift.isEmpty() || amount > Long.MAX_VALUE >> shift.getAsInt()) {
      return Optional.empty();
    }
    return Optional.of(amount << shift.getAsInt());
  }

  private static OptionalInt shift(String unit) {
    return switch (unit) {
      case "", "b", "bytes" -> OptionalInt.of(0);
      case "k", "kb", "kib", "kibibytes" -> OptionalInt.of(10);
      case "m", "mb", "mib", "mebibytes" -> OptionalInt.of(20);
      case "g", "gb", "gib", "gibibytes" -> OptionalInt.of(30);
      case "t", "tb", "tib", "tebibytes" -> OptionalInt.of(40);
      default -> OptionalInt.empty();
    };
  }
}
