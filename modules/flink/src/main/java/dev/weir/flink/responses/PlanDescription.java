// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the description of a vertex as 1.3 had it, its operators one behind the other with arrows
 * between them. Since 1.15 Flink draws a tree of them, a line each.
 */
final class PlanDescription {
  private static final String BREAK = "<br/>";
  private static final String ARROW = " -&gt; ";
  private static final Pattern LINE =
      Pattern.compile("(?<indent>(?:: {2}| {3})*)(?:[:+]- )(?<name>.*)");
  private static final int INDENT = 3;

  private PlanDescription() {}

  /** One operator and those behind it. */
  private record Operator(String name, List<Operator> next) {
    String chain() {
      return next.isEmpty()
          ? name
          : name
              + ARROW
              + (next.size() == 1
                  ? next.get(0).chain()
                  : next.stream().map(Operator::chain).collect(Collectors.joining(", ", "(", ")")));
    }
  }

  /** The description as 1.3 had it; what is no such tree stays as it is. */
  static String of(String description) {
    if (!description.endsWith(BREAK)) {
      return description;
    }
    String[] lines =
        description.substring(0, description.length() - BREAK.length()).split(BREAK, -1);
    Operator head = new Operator(lines[0], new ArrayList<>());
    List<Operator> path = new ArrayList<>(List.of(head));
    for (int i = 1; i < lines.length; i++) {
      Matcher line = LINE.matcher(lines[i]);
      int depth = line.matches() ? line.group("indent").length() / INDENT : path.size();
      if (!line.matches() || depth >= path.size()) {
        return description;
      }
      Operator operator = new Operator(line.group("name"), new ArrayList<>());
      path.get(depth).next().add(operator);
      path.subList(depth + 1, path.size()).clear();
      path.add(operator);
    }
    return head.chain();
  }
}
