// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.JsonValues;
import dev.weir.testing.Problems;
import dev.weir.testing.reference.RecordedCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a live answer with the recorded one: status, content type, location, shape, forms, and
 * the values that are the same each time. What the list of differences allows is allowed, and noted
 * as met.
 */
final class Comparison {
  private final Differences differences;

  Comparison(Differences differences) {
    this.differences = requireNonNull(differences);
  }

  /** What is wrong with the live answer; empty if it is as 1.3's or as chosen. */
  List<Violation> compare(RecordedCall call, Answer live) {
    Optional<Difference> error = differences.answer(call);
    if (error.isPresent()) {
      return problem(error.get(), live);
    }
    List<Violation> found = new ArrayList<>();
    if (live.status() != call.status()) {
      found.add(new Violation(Violation.STATUS, "is " + live + ", 1.3 has " + call.status()));
      return found;
    }
    found.addAll(contentType(call, live));
    if (call.location() != null && !live.header("Location").equals(location(call, live))) {
      found.add(new Violation(Violation.LOCATION, "is " + live.header("Location")));
    }
    Optional<Difference> body = differences.body(call);
    if (body.isPresent()) {
      found.addAll(body(body.get(), live));
    } else if (call.isJson()) {
      found.addAll(values(call, live));
    } else if (call.body().isEmpty() != live.text().isEmpty()) {
      found.add(new Violation("", "is '" + live.text() + "', 1.3 has '" + call.body() + "'"));
    }
    return found;
  }

  private List<Violation> values(RecordedCall call, Answer live) {
    JsonNode body;
    try {
      body = live.json();
    } catch (IllegalArgumentException e) {
      return List.of(new Violation("", "is not JSON: " + live));
    }
    List<Difference> chosen = differences.values(call);
    List<Violation> all =
        new ArrayList<>(
            new ShapeComparer(v -> isChosen(chosen, v)).compare(call.json(), comparable(body)));
    all.addAll(ClassicFormats.check(call, body));
    all.addAll(SameValues.check(call, body));
    all.addAll(MetricNames.check(call, body));
    List<Violation> found = new ArrayList<>();
    for (Violation violation : all) {
      if (isChosen(chosen, violation)) {
        chosen.stream()
            .filter(difference -> difference.covers(violation.at()))
            .forEach(difference -> differences.meet(difference.id()));
      } else {
        found.add(violation);
      }
    }
    found.addAll(exactValues(chosen, body));
    return found;
  }

  /** The captures show completed checkpoints only; others have other fields. */
  private static JsonNode comparable(JsonNode body) {
    JsonNode compared = body.deepCopy();
    Iterator<JsonNode> checkpoints = compared.at("/history").elements();
    while (checkpoints.hasNext()) {
      if (!checkpoints.next().path("status").asText().equals("COMPLETED")) {
        checkpoints.remove();
      }
    }
    return compared;
  }

  /** Where a difference says exactly what there is, that is what there has to be. */
  private List<Violation> exactValues(List<Difference> chosen, JsonNode body) {
    List<Violation> found = new ArrayList<>();
    Map<String, JsonNode> values = JsonValues.of(body);
    for (Difference difference : chosen) {
      if (difference.isExact()) {
        values.forEach(
            (at, value) -> {
              if (difference.names(at)) {
                differences.meet(difference.id());
                if (!difference.isAsChosen(value)) {
                  found.add(
                      new Violation(at, "is " + value + ", not as chosen: " + difference.weir()));
                }
              }
            });
      }
    }
    return found;
  }

  private static boolean isChosen(List<Difference> chosen, Violation violation) {
    return chosen.stream().anyMatch(difference -> difference.covers(violation.at()));
  }

  private static List<Violation> problem(Difference difference, Answer live) {
    List<Violation> found = new ArrayList<>();
    if (!difference.to().contains(live.status())) {
      found.add(
          new Violation(
              Violation.STATUS, "is " + live + ", chosen is " + difference.to() + " as a problem"));
    }
    Problems.in(live).forEach(wrong -> found.add(new Violation("", wrong + ": " + live)));
    return found;
  }

  private static List<Violation> body(Difference difference, Answer live) {
    return difference.isAsChosen(live.json())
        ? List.of()
        : List.of(new Violation("", "is " + live + ", chosen is " + difference.expect()));
  }

  private static List<Violation> contentType(RecordedCall call, Answer live) {
    String recorded = normal(call.contentType());
    String actual = normal(live.header("Content-Type").orElse(""));
    return actual.equals(recorded) || actual.startsWith(recorded + ";")
        ? List.of()
        : List.of(new Violation(Violation.CONTENT_TYPE, "is " + actual + ", 1.3 has " + recorded));
  }

  private static String normal(String contentType) {
    return contentType.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /** In 1.3 the header says what the body says. */
  private static Optional<String> location(RecordedCall call, Answer live) {
    return call.isJson()
        ? Optional.ofNullable(live.json().path("location").textValue())
        : Optional.ofNullable(call.location());
  }
}
