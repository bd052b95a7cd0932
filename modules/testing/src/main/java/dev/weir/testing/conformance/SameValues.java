// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.JsonValues;
import dev.weir.testing.reference.RecordedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Values that are the same for every run of the jobs that were recorded: what Flink makes of their
 * settings, what a request has asked for, and what each has come to.
 */
final class SameValues {
  private static final List<Rule> RULES =
      List.of(
          rule("/jobs/*", "/state"),
          rule("/jobs/*/vertices", "/state"),
          rule("/jobs/*/config", "/execution-config/object-reuse-mode"),
          rule("/jobs/*/exceptions", "/truncated"),
          rule("/jobs/*/checkpoints/config", "/mode"),
          rule("/jobs/*/checkpoints/config", "/timeout"),
          rule("/jobs/*/checkpoints/config", "/min_pause"),
          rule("/jobs/*/checkpoints/config", "/max_concurrent"),
          rule("/jobs/*/checkpoints/config", "/externalization/enabled"),
          rule("/jobs/*/vertices/*/subtasks/*", "/subtask"),
          rule("/jobs/*/vertices/*/subtasks/*/attempts/*", "/subtask"),
          rule("/jobs/*/vertices/*/subtasks/*/attempts/*", "/attempt"),
          rule("/jobs/*/vertices/*/subtasks/*/attempts/*/accumulators", "/attempt"),
          rule("/jobs/*/cancel-with-savepoint/**", "/status"),
          rule("/jobs/*/cancel-with-savepoint/**", "/cause"));

  /** Metrics by name are answered in the order in which they are asked for. */
  private static final SegmentPattern METRIC_ID = new SegmentPattern("/*/id");

  private SameValues() {}

  private record Rule(SegmentPattern path, SegmentPattern at) {}

  private static Rule rule(String path, String at) {
    return new Rule(new SegmentPattern(path), new SegmentPattern(at));
  }

  /** The values of an answer to a call that are not those that were recorded. */
  static List<Violation> check(RecordedCall call, JsonNode answer) {
    Map<String, JsonNode> live = JsonValues.of(answer);
    List<Violation> found = new ArrayList<>();
    JsonValues.of(call.json())
        .forEach(
            (at, recorded) -> {
              if (isFixed(call, at) && !recorded.equals(live.get(at))) {
                found.add(new Violation(at, "is " + live.get(at) + ", 1.3 has " + recorded));
              }
            });
    return found;
  }

  private static boolean isFixed(RecordedCall call, String at) {
    return call.path().contains("/metrics?get=")
        ? METRIC_ID.matches(at)
        : RULES.stream()
            .anyMatch(
                rule -> rule.path().matches(call.pathWithoutQuery()) && rule.at().matches(at));
  }
}
