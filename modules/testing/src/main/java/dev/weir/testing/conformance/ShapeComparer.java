// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Compares the shapes of two JSON documents: every field of the reference must be there with the
 * same type; more fields may.
 *
 * <p>An element of an array must look like one of the reference's elements, and each of those must
 * be looked like by some element. An object whose keys are ids is compared like an array.
 */
final class ShapeComparer {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final Predicate<Violation> chosen;

  /**
   * Makes a comparer.
   *
   * @param chosen the violations that are known and wanted; elements that differ only in these
   *     still look alike
   */
  ShapeComparer(Predicate<Violation> chosen) {
    this.chosen = requireNonNull(chosen);
  }

  /** All violations, the chosen ones too. */
  List<Violation> compare(JsonNode reference, JsonNode live) {
    return compare(reference, live, "");
  }

  private List<Violation> compare(JsonNode reference, JsonNode live, String at) {
    String expected = type(reference);
    String actual = type(live);
    boolean same = expected.equals(actual) || (expected.equals("number") && isNumber(actual));
    if (!same) {
      return List.of(new Violation(at, "is " + actual + " where 1.3 has " + expected));
    }
    if (reference.isArray()) {
      return elements(List.copyOf(list(reference)), list(live), at);
    }
    if (isMap(reference)) {
      return entries(reference, live, at);
    }
    List<Violation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : reference.properties()) {
      String below = at + "/" + field.getKey();
      if (live.has(field.getKey())) {
        found.addAll(compare(field.getValue(), live.get(field.getKey()), below));
      } else {
        found.add(new Violation(below, "is missing"));
      }
    }
    return found;
  }

  private List<Violation> entries(JsonNode reference, JsonNode live, String at) {
    List<Violation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : live.properties()) {
      if (!ID.matcher(entry.getKey()).matches()) {
        found.add(new Violation(at + "/" + entry.getKey(), "is not an id of 32 hex digits"));
      }
    }
    found.addAll(elements(list(reference), list(live), at));
    return found;
  }

  private List<Violation> elements(List<JsonNode> references, List<JsonNode> lives, String at) {
    if (references.isEmpty()) {
      return List.of();
    }
    Set<Violation> found = new LinkedHashSet<>();
    for (int i = 0; i < lives.size(); i++) {
      String below = at + "/" + i;
      JsonNode live = lives.get(i);
      found.addAll(
          closest(references.stream().map(reference -> compare(reference, live, below)).toList()));
    }
    for (int i = 0; i < references.size(); i++) {
      JsonNode reference = references.get(i);
      List<List<Violation>> attempts = new ArrayList<>();
      for (int j = 0; j < lives.size(); j++) {
        attempts.add(compare(reference, lives.get(j), at + "/" + j));
      }
      List<Violation> closest = closest(attempts);
      if (attempts.isEmpty() || unchosen(closest) > 0) {
        found.add(new Violation(at, "has no element like 1.3's element " + i + " " + closest));
      } else {
        found.addAll(closest);
      }
    }
    return List.copyOf(found);
  }

  private List<Violation> closest(List<List<Violation>> attempts) {
    return attempts.stream()
        .min(Comparator.<List<Violation>>comparingLong(this::unchosen).thenComparing(List::size))
        .orElse(List.of());
  }

  private long unchosen(List<Violation> violations) {
    return violations.stream().filter(chosen.negate()).count();
  }

  private static boolean isMap(JsonNode reference) {
    return reference.isObject()
        && !reference.isEmpty()
        && reference.properties().stream().allMatch(e -> ID.matcher(e.getKey()).matches());
  }

  private static List<JsonNode> list(JsonNode container) {
    List<JsonNode> children = new ArrayList<>();
    container.forEach(children::add);
    return children;
  }

  private static boolean isNumber(String type) {
    return type.equals("number") || type.equals("integer");
  }

  /** The JSON type; whole numbers are told apart, since clients read them as such. */
  private static String type(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case NUMBER -> node.isIntegralNumber() ? "integer" : "number";
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("Not read from JSON: " + node);
    };
  }
}
