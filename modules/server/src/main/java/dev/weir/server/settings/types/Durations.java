// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations in Flink's format ({@code 3 s}, {@code 10min}) and in that of ISO 8601 ({@code PT3S}).
 *
 * <p>The units are those of Flink's {@code TimeUtils}.
 */
final class Durations {
  private static final Pattern WITH_UNIT = Pattern.compile("([0-9]{1,18})\\s*(\\p{L}+)");
  private static final Pattern PLAIN_NUMBER = Pattern.compile("\\s*[0-9]+\\s*");

  private static final Map<String, ChronoUnit> UNITS =
      Map.ofEntries(
          entry("d", ChronoUnit.DAYS),
          entry("day", ChronoUnit.DAYS),
          entry("h", ChronoUnit.HOURS),
          entry("hour", ChronoUnit.HOURS),
          entry("m", ChronoUnit.MINUTES),
          entry("min", ChronoUnit.MINUTES),
          entry("minute", ChronoUnit.MINUTES),
          entry("s", ChronoUnit.SECONDS),
          entry("sec", ChronoUnit.SECONDS),
          entry("second", ChronoUnit.SECONDS),
          entry("ms", ChronoUnit.MILLIS),
          entry("milli", ChronoUnit.MILLIS),
          entry("millisecond", ChronoUnit.MILLIS),
          entry("µs", ChronoUnit.MICROS),
          entry("micro", ChronoUnit.MICROS),
          entry("microsecond", ChronoUnit.MICROS),
          entry("ns", ChronoUnit.NANOS),
          entry("nano", ChronoUnit.NANOS),
          entry("nanosecond", ChronoUnit.NANOS));

  private Durations() {}

  /** The duration; empty if the text is malformed. A number without a unit is malformed. */
  static Optional<Duration> parse(String text) {
    try {
      Matcher matcher = WITH_UNIT.matcher(text);
      if (!matcher.matches()) {
        return Optional.of(Duration.parse(text));
      }
      long amount = Long.parseLong(matcher.group(1));
      return unit(matcher.group(2)).map(unit -> Duration.of(amount, unit));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Adds a unit if there is none. Flink then counts milliseconds; here a unit is required. */
  static String fromFlink(String text) {
    return PLAIN_NUMBER.matcher(text).matches() ? text.strip() + " ms" : text;
  }

  private static Optional<ChronoUnit> unit(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    ChronoUnit exact = UNITS.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    boolean plural = name.length() > 3 && name.endsWith("s");
    return Optional.ofNullable(plural ? UNITS.get(name.substring(0, name.length() - 1)) : null);
  }
}
