// SPDX-License-Identifier: Apache-2.0
package dev.weir.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds the paths and components of a fragment to a larger description, with comments. Both must be
 * YAML in block style, indented by two spaces per level.
 */
final class Fragment {
  private static final Pattern TOP = Pattern.compile("(?m)^(\\w+):[^\\n]*\\n((?:(?: .*)?\\n)*)");
  private static final Pattern SECTION =
      Pattern.compile("(?m)^  (\\w+):[^\\n]*\\n((?:(?:   .*)?\\n)*)");

  private Fragment() {}

  /**
   * Inserts the paths and components of a fragment before those of the whole.
   *
   * @throws IllegalArgumentException if the fragment has no paths, or a kind of component that the
   *     whole does not have
   */
  static String added(String whole, String fragment) {
    Map<String, String> parts = blocks(TOP, fragment.endsWith("\n") ? fragment : fragment + "\n");
    if (!parts.containsKey("paths")) {
      throw new IllegalArgumentException("A fragment of the description has no paths.");
    }
    String described = after(whole, "\npaths:\n", 0, parts.get("paths"));
    for (Map.Entry<String, String> kind :
        blocks(SECTION, parts.getOrDefault("components", "")).entrySet()) {
      described =
          after(
              described,
              "\n  " + kind.getKey() + ":\n",
              described.indexOf("\ncomponents:\n"),
              kind.getValue());
    }
    return described;
  }

  private static Map<String, String> blocks(Pattern form, String text) {
    Map<String, String> blocks = new LinkedHashMap<>();
    Matcher block = form.matcher(text);
    while (block.find()) {
      blocks.put(block.group(1), block.group(2));
    }
    return blocks;
  }

  private static String after(String whole, String line, int from, String added) {
    int at = whole.indexOf(line, from);
    if (at < 0) {
      throw new IllegalArgumentException("The description has no " + line.strip());
    }
    int end = at + line.length();
    return whole.substring(0, end) + added + whole.substring(end);
  }
}
