// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares a document with the same one, asked for elsewhere before and after. */
final class SameJson {
  /** What tells the elements of a list apart whose order Flink does not promise. */
  private static final List<String> NAMES = List.of("id", "jid", "key", "name");

  /** What the server adds where later releases have removed it: Flink's dashboard reads it. */
  private static final Set<String> ADDED =
      Set.of("root-exception", "timestamp", "memorySegmentsAvailable", "memorySegmentsTotal");

  private SameJson() {}

  /**
   * Fails unless the document says what the others agree on.
   *
   * @param sampled whether lists are of another length each time
   */
  static void assertSame(JsonNode before, JsonNode ours, JsonNode after, boolean sampled) {
    assertSame("", before, ours, after, sampled);
  }

  private static void assertSame(
      String where, JsonNode before, JsonNode ours, JsonNode after, boolean sampled) {
    assertThat(kind(ours))
        .as("type of %s: %s beside %s", where, ours, after)
        .isIn(kind(before), kind(after));
    if (ours.isObject() && before.isObject() && after.isObject()) {
      assertSameMembers(where, before, ours, after, sampled);
    } else if (ours.isArray() && before.isArray() && after.isArray()) {
      if (!sampled && before.size() == after.size()) {
        assertSameElements(where, before, ours, after);
      }
    } else if (before.equals(after) && !sampled) {
      assertThat(ours).as(where).isEqualTo(after);
    }
  }

  /** Numbers that are not there are texts in Flink's JSON. */
  private static String kind(JsonNode node) {
    return node.isTextual() && node.asText().equals("NaN") ? "NUMBER" : node.getNodeType().name();
  }

  private static void assertSameMembers(
      String where, JsonNode before, JsonNode ours, JsonNode after, boolean sampled) {
    Set<String> stable = names(before);
    stable.retainAll(names(after));
    if (names(before).equals(names(after))) {
      assertThat(withoutAdded(ours, stable)).as("members of %s", where).isEqualTo(stable);
    }
    for (String name : stable) {
      if (ours.has(name)) {
        assertSame(where + "/" + name, before.get(name), ours.get(name), after.get(name), sampled);
      }
    }
  }

  private static Set<String> withoutAdded(JsonNode ours, Set<String> flinks) {
    Set<String> names = names(ours);
    names.removeIf(name -> ADDED.contains(name) && !flinks.contains(name));
    return names;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void assertSameElements(
      String where, JsonNode before, JsonNode ours, JsonNode after) {
    assertThat(ours.size()).as("length of %s", where).isEqualTo(after.size());
    List<JsonNode> first = sorted(before);
    List<JsonNode> mine = sorted(ours);
    List<JsonNode> last = sorted(after);
    for (int i = 0; i < mine.size(); i++) {
      assertSame(where + "/" + i, first.get(i), mine.get(i), last.get(i), false);
    }
  }

  private static List<JsonNode> sorted(JsonNode list) {
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    elements.sort(Comparator.comparing(SameJson::name));
    return elements;
  }

  private static String name(JsonNode element) {
    return NAMES.stream()
        .filter(element::has)
        .findFirst()
        .map(name -> element.get(name).asText())
        .orElse("");
  }
}
