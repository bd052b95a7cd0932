// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import java.util.Set;

/**
 * The server-wide paths, which do not exist below {@code /clusters/<name>}.
 *
 * @param first their first segments, up to a dot
 */
public record ServerPaths(Set<String> first) {
  /** Whether a path without its leading slash is server-wide. */
  boolean contain(String path) {
    return first.contains(path.split("[./]", 2)[0]);
  }
}
