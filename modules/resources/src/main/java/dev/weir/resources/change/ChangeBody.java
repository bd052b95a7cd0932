// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import java.util.Map;

/**
 * The options in the body of a change.
 *
 * @param members values by name: texts, numbers, booleans, and lists and maps of them
 * @param strict whether an unknown name is rejected, as Flink does in JSON
 */
public record ChangeBody(Map<String, Object> members, boolean strict) {
  /** A body without options. */
  public static final ChangeBody EMPTY = new ChangeBody(Map.of(), false);
}
