package dev.weir.flink;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The metrics that are asked for.
 *
 * @param names their names, sorted, each once; empty to ask which there are
 */
public record MetricNames(List<String> names) {
  /** Leaves room for the method, the version, and a prefix of the cluster's own address. */
  private static final int LONGEST = 3600;

  private static final String QUERY = "?get=";

  /** From a comma-separated list; null and nothing ask which there are. */
  public static MetricNames of(@Nullable String commaSeparated) {
    if (commaSeparated == null) {
      return new MetricNames(List.of());
    }
    return new MetricNames(
        Arrays.stream(commaSeparated.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted()
            .toList());
  }

  /** All that are asked for, as one query; empty to ask which there are. */
  String query() {
    return names.isEmpty()
        ? ""
        : names.stream().map(MetricNames::encoded).collect(Collectors.joining(",", QUERY, ""));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /**
   * The addresses that have them, each short enough for Flink, whose request lines end at 4096
   * bytes. A name that fits into none is of no metric.
   *
   * @param path without a query
   */
  List<String> addresses(String path) {
    if (names.isEmpty()) {
      return List.of(path);
    }
    List<String> addresses = new ArrayList<>();
    StringBuilder address = new StringBuilder(path).append(QUERY);
    int none = address.length();
    for (String name : names) {
      String encoded = encoded(name);
      if (none + encoded.length() > LONGEST) {
        continue;
      }
      if (address.length() + 1 + encoded.length() > LONGEST) {
        addresses.add(address.toString());
        address.setLength(none);
      }
      address.append(address.length() == none ? "" : ",").append(encoded);
    }
    addresses.add(address.toString());
    return addresses;
  }
}
