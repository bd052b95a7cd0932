// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import dev.weir.model.FlinkSeries;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.savepoints.SavepointDirectories;
import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.security.Subjects;
import dev.weir.server.settings.types.ValueType.FaultException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The types of settings. */
public final class ValueTypes {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  /** The name of all types of paths. */
  public static final String PATH = "path";

  /** The name of a header: a token of RFC 9110. */
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private ValueTypes() {}

  public static ValueType<Integer> integer(int min, int max) {
    String bounds = min + " to " + max;
    return new ValueType<>(
        "integer, " + bounds,
        "a whole number from " + bounds,
        text -> wholeNumber(text).filter(value -> value >= min && value <= max));
  }

  public static ValueType<Boolean> bool() {
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

  /**
   * A duration from 1 ms to 365 days. Timers can hold such a duration; a longer one is a mistake.
   */
  public static ValueType<Duration> duration() {
    return new ValueType<>(
        "duration",
        "a duration from 1 ms to 365 d with its unit, such as '3 s', '500 ms', '10 min' or 'PT3S'",
        text ->
            Durations.parse(text)
                .filter(value -> value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0),
        Durations::fromFlink);
  }

  public static ValueType<Long> size() {
    return size(
        "size, positive", "a positive size in bytes", 1, Long.MAX_VALUE, Function.identity());
  }

  /** A size that fits an {@code int}; the bounds are sizes as text. */
  public static ValueType<Integer> size(String min, String max) {
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

  public static ValueType<String> host() {
    return new ValueType<>(
        "host",
        "a host name or an IP address, such as 127.0.0.1, or 0.0.0.0 for every interface",
        Addresses::host);
  }

  /**
   * Clusters by name, each with its addresses; a cluster without a name is called {@code default}.
   */
  public static ValueType<Map<ClusterName, List<URI>>> clusters() {
    return ValueType.explained(
        "names and URLs",
        "clusters separated by blanks, such as prod=http://jm1:8081,http://jm2:8081",
        ClusterAddresses::clusters);
  }

  /** Addresses of JobManagers; empty for the word that means the embedded Flink. */
  public static ValueType<List<URI>> addresses() {
    return ValueType.explained(
        "URLs or embedded",
        "embedded, or URLs separated by commas, such as http://jm1:8081,http://jm2:8081",
        ClusterAddresses::addresses);
  }

  public static ValueType<ClusterName> clusterName() {
    return ValueType.explained(
        "name", "the name of a cluster: letters, digits, - and _", ClusterAddresses::name);
  }

  public static ValueType<Map<String, String>> headers() {
    return new ValueType<>(
        "headers", "one header a line, such as 'X-Tenant: a'", ValueTypes::headers);
  }

  /** Any text that is not empty. */
  public static ValueType<String> text(String name, String right) {
    return new ValueType<>(
        name, right, text -> text.isEmpty() ? Optional.empty() : Optional.of(text));
  }

  /** Origins of pages; {@code *} must stand alone. */
  public static ValueType<List<String>> origins() {
    return new ValueType<>(
        "origins",
        "* or origins separated by commas, such as https://dashboard.example.org",
        text -> list(text, Addresses::origin));
  }

  /** Host names of the server; {@code *} must stand alone. */
  public static ValueType<List<String>> hosts() {
    return new ValueType<>(
        "hosts",
        "* or host names without ports, separated by commas, such as weir.example.org",
        text -> list(text, one -> one.equals("*") ? Optional.of(one) : Addresses.host(one)));
  }

  /** Host names that lead to one cluster, in lower case. */
  public static ValueType<List<String>> clusterHosts() {
    return new ValueType<>(
        "hosts",
        "host names without ports, separated by commas, such as prod.weir.example.org",
        text -> list(text, Addresses::name));
  }

  private static Optional<List<String>> list(
      String text, Function<String, Optional<String>> element) {
    List<String> elements = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      Optional<String> parsed = element.apply(one.strip());
      if (parsed.isEmpty()) {
        return Optional.empty();
      }
      elements.add(parsed.get());
    }
    return elements.contains("*") && elements.size() > 1 ? Optional.empty() : Optional.of(elements);
  }

  public static ValueType<Path> path() {
    return path("the path of a directory");
  }

  public static ValueType<Path> file() {
    return path("the path of a file");
  }

  /** A file whose path meets a condition; {@code right} describes the condition. */
  public static ValueType<Path> file(String right, Predicate<Path> condition) {
    return ValueType.explained(
        PATH,
        right,
        text -> {
          Path path = path(text, right);
          if (!condition.test(path)) {
            throw new FaultException("must be " + right);
          }
          return path;
        });
  }

  private static ValueType<Path> path(String right) {
    return ValueType.explained(PATH, right, text -> path(text, right));
  }

  /** IP addresses and ranges of them. */
  public static ValueType<List<String>> ranges() {
    return new ValueType<>(
        "addresses",
        "IP addresses or ranges separated by commas, such as 10.0.0.0/8,127.0.0.1",
        text -> list(text, ",", TrustedProxies::isRange));
  }

  /** Absolute directories of any file system. */
  public static ValueType<List<String>> directories() {
    return new ValueType<>(
        "directories",
        "absolute directories separated by commas, such as s3://bucket/savepoints,file:///data",
        text -> list(text, ",", SavepointDirectories::isOne));
  }

  /** Regular expressions; they may contain commas, but no blanks. */
  public static ValueType<List<String>> patterns() {
    return new ValueType<>(
        "regular expressions",
        "regular expressions separated by blanks, such as '^my\\.key$ pin'",
        text -> list(text, " ", ValueTypes::isPattern));
  }

  private static Optional<List<String>> list(String text, String mark, Predicate<String> right) {
    List<String> parts =
        Pattern.compile(mark, Pattern.LITERAL)
            .splitAsStream(text)
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() || !parts.stream().allMatch(right)
        ? Optional.empty()
        : Optional.of(parts);
  }

  private static boolean isPattern(String text) {
    try {
      Pattern.compile(text);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** The constants of an enumeration, by their names in lower case. */
  public static <T extends Enum<T>> ValueType<T> oneOf(Class<T> type) {
    return oneOf(type, constant -> constant.name().toLowerCase(Locale.ROOT));
  }

  /** The constants of an enumeration, each by a text in lower case. */
  public static <T extends Enum<T>> ValueType<T> oneOf(Class<T> type, Function<T, String> text) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (T constant : type.getEnumConstants()) {
      byName.put(text.apply(constant), constant);
    }
    String names = String.join(", ", byName.keySet());
    return new ValueType<>(
        names,
        "one of " + names,
        given -> Optional.ofNullable(byName.get(given.toLowerCase(Locale.ROOT))));
  }

  /** The callers that an access rule allows. */
  public static ValueType<Subjects> subjects() {
    return new ValueType<>(
        "users and roles",
        "users separated by commas, @ before a role, * for every known caller, or none alone; put a name with commas in double quotes",
        Subjects::parse);
  }

  /** Some of the possible words, separated by commas. */
  public static ValueType<Set<String>> someOf(Set<String> possible) {
    String names = possible.stream().sorted().collect(Collectors.joining(", "));
    return new ValueType<>(
        "words",
        "some of " + names + ", separated by commas",
        text -> words(text).filter(possible::containsAll));
  }

  /** Words separated by commas. */
  public static ValueType<Set<String>> someWords() {
    return new ValueType<>("words", "one word or more, separated by commas", ValueTypes::words);
  }

  private static Optional<Set<String>> words(String text) {
    Set<String> words =
        Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    return words.contains("") ? Optional.empty() : Optional.of(words);
  }

  /** The URL of an OpenID provider, unchanged. */
  public static ValueType<URI> issuer() {
    return new ValueType<>(
        "URL",
        "an http or https URL without user, query and fragment, such as https://id.example.org/realms/main",
        Addresses::issuer);
  }

  public static ValueType<FlinkSeries> flinkSeries() {
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

  private static Optional<Map<String, String>> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
      int colon = line.indexOf(':');
      if (colon <= 0 || !HEADER_NAME.matcher(line.substring(0, colon).strip()).matches()) {
        return Optional.empty();
      }
      headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return headers.isEmpty() ? Optional.empty() : Optional.of(headers);
  }

  /**
   * Rejects variables and {@code ~}: nothing replaces them, so they would become names of
   * directories.
   */
  private static Path path(String text, String right) throws FaultException {
    if (text.contains("${") || text.startsWith("~/")) {
      throw new FaultException(
          "must be " + right + " as it is: neither variables nor ~ are replaced in it");
    }
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // Reported like an empty path.
    }
    throw new FaultException("must be " + right);
  }
}
