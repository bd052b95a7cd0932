package dev.weir.flink;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

  String query() {
    return names.isEmpty()
        ? ""
        : names.stream()
            .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
            .collect(Collectors.joining(",", "?get=", ""));
  }
}
