// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.flink.FlinkVersion;
import dev.weir.testing.reference.RecordedCall;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One chosen difference from Flink 1.3: where it is, what there is instead, and why.
 *
 * @param id its name, also in the documentation
 * @param kind what differs
 * @param calls where: method and path pattern of recorded calls, such as {@code GET /jobs/*}; a
 *     note in parentheses tells calls to the same path apart
 * @param at which values: pointer patterns; empty unless the kind is {@link Kind#VALUE}
 * @param from the recorded status; 0 unless the kind is {@link Kind#ANSWER}
 * @param to the statuses of which one takes its place; empty unless the kind is ANSWER
 * @param expect the value or body that there is instead; null if it is not one fixed value
 * @param pattern what the text or the JSON there matches instead; null if it is not of one form
 * @param conditional when it occurs; null if it always does, and then must
 * @param since the first release line of Flink that it occurs on, such as {@code 2.0}; null for all
 * @param where where it is, in words
 * @param flink what 1.3 does, in words
 * @param weir what there is instead, in words
 * @param reason why
 */
record Difference(
    String id,
    Kind kind,
    List<String> calls,
    List<String> at,
    int from,
    List<Integer> to,
    @Nullable JsonNode expect,
    @Nullable Pattern pattern,
    @Nullable String conditional,
    @Nullable FlinkVersion since,
    String where,
    String flink,
    String weir,
    String reason) {
  private static final Pattern LINE =
      Pattern.compile("(?<method>[A-Z]+) (?<path>/\\S*)(?: \\((?<note>.+)\\))?");

  /** What differs. */
  enum Kind {
    /** An error: another status, and a problem document. */
    ANSWER,
    /** A body where 1.3's is empty. */
    BODY,
    /** Single values. */
    VALUE,
    /** What a call does; a check of its own establishes it. */
    EFFECT
  }

  Difference {
    requireNonNull(id);
    requireNonNull(kind);
    calls = List.copyOf(calls);
    at = List.copyOf(at);
    to = List.copyOf(to);
    requireNonNull(where);
    requireNonNull(flink);
    requireNonNull(weir);
    requireNonNull(reason);
  }

  /** Whether it occurs on a release of Flink. */
  boolean appliesTo(FlinkVersion version) {
    return since == null || version.isAtLeast(since);
  }

  /** Whether this is about a call. */
  boolean concerns(RecordedCall call) {
    return calls.stream().anyMatch(line -> concerns(line, call));
  }

  private static boolean concerns(String line, RecordedCall call) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a method and a path: " + line);
    }
    String path = parts.group("path");
    return parts.group("method").equals(call.method())
        && (parts.group("note") == null || parts.group("note").equals(call.note()))
        && new SegmentPattern(path)
            .matches(path.contains("?") ? call.path() : call.pathWithoutQuery());
  }

  /** Whether it names the value at a pointer. */
  boolean names(String pointer) {
    return at.stream().anyMatch(pattern -> new SegmentPattern(pattern).matches(pointer));
  }

  /** Whether it names the value at a pointer or one that this is part of. */
  boolean covers(String pointer) {
    return at.stream().anyMatch(pattern -> new SegmentPattern(pattern).covers(pointer));
  }

  /** Whether it says what there is instead. */
  boolean isExact() {
    return expect != null || pattern != null;
  }

  /** Whether a value is what there is instead. */
  boolean isAsChosen(JsonNode value) {
    return (expect == null || expect.equals(value))
        && (pattern == null
            || pattern.matcher(value.isTextual() ? value.textValue() : value.toString()).matches());
  }
}
