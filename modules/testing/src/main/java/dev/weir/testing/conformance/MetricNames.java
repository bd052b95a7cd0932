// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.reference.RecordedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Says which metrics that 1.3 lists are not listed any more. Names that depend on the virtual
 * machine or on the program (those of operators) are not compared.
 */
final class MetricNames {
  private static final Pattern DEPENDENT =
      Pattern.compile(".*GarbageCollector.*|.*Mapped_-_.*|\\d+\\.(?!buffers)\\w+\\..*");

  private MetricNames() {}

  /** One violation for every name that is gone, at a pointer that ends with the name. */
  static List<Violation> check(RecordedCall call, JsonNode answer) {
    if (!call.path().endsWith("/metrics")) {
      return List.of();
    }
    Set<String> live = names(answer);
    List<Violation> found = new ArrayList<>();
    for (String name : names(call.json())) {
      if (!live.contains(name) && !DEPENDENT.matcher(name).matches()) {
        found.add(new Violation("/" + name, "this metric is not listed"));
      }
    }
    return found;
  }

  private static Set<String> names(JsonNode list) {
    Set<String> names = new TreeSet<>();
    list.forEach(metric -> names.add(metric.path("id").asText()));
    return names;
  }
}
