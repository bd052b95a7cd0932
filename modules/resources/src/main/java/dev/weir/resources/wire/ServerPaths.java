// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The server-wide paths, which do not exist below {@code /clusters/<name>}.
 *
 * @param first their first segments, up to a dot
 */
public record ServerPaths(Set<String> first) {
  private static final Pattern SEGMENT_END = Pattern.compile("[./]");

  /** Whether a path without its leading slash is server-wide. */
  boolean contain(String path) {
    return first.contains(SEGMENT_END.split(path, 2)[0]);
  }
}
