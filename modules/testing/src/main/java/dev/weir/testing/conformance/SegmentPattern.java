// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import java.util.List;

/**
 * A pattern over things that slashes divide: paths and JSON pointers. {@code *} is any one segment,
 * {@code **} any number of them.
 */
final class SegmentPattern {
  private final String text;
  private final List<String> segments;

  SegmentPattern(String text) {
    this.text = text;
    this.segments = List.of(text.split("/", -1));
  }

  /** Whether the whole of a path matches. */
  boolean matches(String path) {
    return matches(segments, List.of(path.split("/", -1)));
  }

  /** Whether a path matches or lies below one that does. */
  boolean covers(String path) {
    return matches(path) || new SegmentPattern(text + "/**").matches(path);
  }

  private static boolean matches(List<String> pattern, List<String> path) {
    if (pattern.isEmpty()) {
      return path.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.get(0).equals("**")) {
      return matches(rest, path) || (!path.isEmpty() && matches(pattern, tail(path)));
    }
    return !path.isEmpty()
        && (pattern.get(0).equals("*") || pattern.get(0).equals(path.get(0)))
        && matches(rest, tail(path));
  }

  private static List<String> tail(List<String> path) {
    return path.subList(1, path.size());
  }

  @Override
  public String toString() {
    return text;
  }
}
