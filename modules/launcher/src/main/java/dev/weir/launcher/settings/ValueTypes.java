package dev.weir.launcher.settings;

import dev.weir.embedded.FlinkSeries;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types that settings have. */
final class ValueTypes {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  private ValueTypes() {}

  static ValueType<Integer> integer(int min, int max) {
    String bounds = min + " to " + max;
    return new ValueType<>(
        "integer, " + bounds,
        "a whole number from " + bounds,
        text -> wholeNumber(text).filter(value -> value >= min && value <= max));
  }

  static ValueType<Boolean> bool() {
    return new ValueType<>(
        "true or false",
        "true or false",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** From a millisecond to a year: what timers can hold and nobody means by mistake. */
  static ValueType<Duration> duration() {
    return new ValueType<>(
        "duration",
        "a duration from 1 ms to 365 d with its unit, such as '3 s', '500 ms', '10 min' or 'PT3S'",
        text ->
            Durations.parse(text)
                .filter(value -> value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0),
        Durations::fromFlink);
  }

  static ValueType<Long> size() {
    return size(
        "size, positive", "a positive size in bytes", 1, Long.MAX_VALUE, Function.identity());
  }

  /** A size that must fit an {@code int}; the bounds are texts of sizes. */
  static ValueType<Integer> size(String min, String max) {
    return size(
        "size, " + min + " to " + max,
        "a size from " + min + " to " + max + " in bytes",
        Sizes.parse(min).orElseThrow(),
        Math.min(Sizes.parse(max).orElseThrow(), Integer.MAX_VALUE),
        Math::toIntExact);
  }

  private static <T> ValueType<T> size(
      String name, String right, long min, long max, Function<Long, T> converter) {
    return new ValueType<>(
        name,
        right + " or with a unit, such as '64 mb', '100 MiB' or '1g'",
        text -> Sizes.parse(text).filter(v -> v >= min && v <= max).map(converter));
  }

  static ValueType<String> host() {
    return new ValueType<>(
        "host",
        "a host name or an IP address, such as 127.0.0.1, or 0.0.0.0 for every interface",
        Addresses::host);
  }

  static ValueType<URI> url() {
    return new ValueType<>(
        "URL",
        "an http or https URL without user, query and fragment, such as http://jobmanager:8081",
        Addresses::url);
  }

  static ValueType<String> origin() {
    return new ValueType<>(
        "origin", "* or one origin, such as https://dashboard.example.org", Addresses::origin);
  }

  static ValueType<Path> path() {
    return new ValueType<>("path", "the path of a directory", ValueTypes::path);
  }

  static ValueType<LogLevel> logLevel() {
    String names =
        Arrays.stream(LogLevel.values()).map(LogLevel::text).collect(Collectors.joining(", "));
    return new ValueType<>(
        names,
        "one of " + names,
        text ->
            Arrays.stream(LogLevel.values())
                .filter(level -> level.text().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst());
  }

  static ValueType<FlinkSeries> flinkSeries() {
    String names =
        Arrays.stream(FlinkSeries.values())
            .map(FlinkSeries::text)
            .collect(Collectors.joining(" or "));
    return new ValueType<>(names, names, FlinkSeries::parse);
  }

  private static Optional<Integer> wholeNumber(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
