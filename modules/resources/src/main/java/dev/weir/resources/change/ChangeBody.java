// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import java.util.Map;

/**
 * The options in the body of a change.
 *
 * @param members what it says by name: texts, numbers, truth values, and lists and maps of them
 * @param strict whether a name that means nothing is refused, as Flink does in JSON
 */
public record ChangeBody(Map<String, Object> members, boolean strict) {
  /** A request that says nothing in its body. */
  public static final ChangeBody EMPTY = new ChangeBody(Map.of(), false);
}
