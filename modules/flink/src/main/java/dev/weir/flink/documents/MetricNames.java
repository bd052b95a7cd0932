// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.model.Metric;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names of requested metrics.
 *
 * @param names in the order of the request, each once; empty for a list of all names
 */
public record MetricNames(List<String> names) {
  /** Leaves room for the method, the version, and a prefix of the cluster's own address. */
  private static final int LONGEST = 3600;

  private static final String QUERY = "?get=";

  /** Parses a comma-separated list; null and an empty text request a list of all names. */
  public static MetricNames of(@Nullable String commaSeparated) {
    if (commaSeparated == null) {
      return new MetricNames(List.of());
    }
    return new MetricNames(
        Arrays.stream(commaSeparated.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
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

  /** The same with the names that metrics of 1.3 have today: some Flink knows by both. */
  MetricNames today() {
    Set<String> asked = new LinkedHashSet<>(names);
    names.stream().map(ClassicMetrics::today).filter(Objects::nonNull).forEach(asked::add);
    return new MetricNames(List.copyOf(asked));
  }

  /**
   * What was asked for, by the names and in the order of the question.
   *
   * @param answer Flink's answer to {@link #today}
   */
  List<Metric> chosenFrom(List<Metric> answer) {
    if (names.isEmpty()) {
      return answer;
    }
    Map<String, Metric> known = new LinkedHashMap<>();
    for (Metric metric : answer) {
      known.put(metric.id(), metric);
    }
    List<Metric> asked = new ArrayList<>();
    for (String name : names) {
      Metric metric = known.containsKey(name) ? known.get(name) : classic(name, known);
      if (metric != null) {
        asked.add(metric);
      }
    }
    return asked;
  }

  private static @Nullable Metric classic(String name, Map<String, Metric> known) {
    Metric today = known.get(ClassicMetrics.today(name));
    return today == null || today.value() == null
        ? null
        : new Metric(name, ClassicMetrics.value(name, today.value()));
  }
}
