// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a vertex is in a plan; that is how vertices of two plans of the same kind correspond. */
enum PlanPosition {
  SOURCE,
  BETWEEN,
  SINK;

  /** The position of every vertex of a plan ({@code {"nodes":[{"id", "inputs"?: [{"id"}]}]}}). */
  static Map<String, PlanPosition> of(JsonNode plan) {
    Set<String> read = new HashSet<>();
    for (JsonNode node : plan.path("nodes")) {
      node.path("inputs").forEach(input -> read.add(input.path("id").textValue()));
    }
    Map<String, PlanPosition> positions = new LinkedHashMap<>();
    for (JsonNode node : plan.path("nodes")) {
      String id = node.path("id").textValue();
      boolean reads = !node.path("inputs").isEmpty();
      positions.put(id, !reads ? SOURCE : read.contains(id) ? BETWEEN : SINK);
    }
    return positions;
  }

  /** The first vertex at this position; a plan with nothing between lends its sink. */
  Optional<String> in(JsonNode plan) {
    Map<String, PlanPosition> positions = of(plan);
    PlanPosition wanted = this == BETWEEN && !positions.containsValue(BETWEEN) ? SINK : this;
    return positions.entrySet().stream()
        .filter(entry -> entry.getValue() == wanted)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
