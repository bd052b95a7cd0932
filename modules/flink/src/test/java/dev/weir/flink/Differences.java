// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Where two JSON documents differ. */
final class Differences {
  private final Set<String> expected;
  private final List<String> unexpected = new ArrayList<>();

  private Differences(Set<String> expected) {
    this.expected = expected;
  }

  /** The places at which one differs from any of the others. */
  static Set<String> of(JsonNode one, Stream<JsonNode> others) {
    Set<String> all = new TreeSet<>();
    others.forEach(
        other -> {
          Differences differences = new Differences(Set.of());
          differences.compare("", one, other);
          all.addAll(differences.unexpected);
        });
    return all;
  }

  /** Fails if they differ elsewhere. */
  static void check(JsonNode one, JsonNode other, Set<String> expected, String what) {
    Differences differences = new Differences(expected);
    differences.compare("", one, other);
    Assertions.assertThat(differences.unexpected)
        .as("%s, which is shown at %s: %s", what, expected, other)
        .isEmpty();
  }

  /** The places, and what all of them are in. */
  static Set<String> withParents(Set<String> places) {
    String common = places.stream().reduce(Differences::common).orElse("");
    Set<String> all = new TreeSet<>(places);
    if (!common.isEmpty()) {
      all.add(common);
    }
    return all;
  }

  private static String common(String one, String other) {
    String shared = one;
    while (!(other + "/").startsWith(shared + "/")) {
      shared = shared.substring(0, shared.lastIndexOf('/'));
    }
    return shared;
  }

  private boolean isExpected(String place) {
    return expected.stream()
        .anyMatch(
            one -> one.equals(place) || one.startsWith(place + "/") || place.startsWith(one + "/"));
  }

  private void compare(String place, JsonNode one, JsonNode other) {
    if (one.equals(other)) {
      return;
    }
    if (one.isObject() && other.isObject()) {
      Set<String> names = new TreeSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(place + "/" + name, one.path(name), other.path(name)));
    } else if (one.isArray() && other.isArray() && one.size() >= other.size()) {
      compareLists(place, one, other);
    } else if (!isExpected(place)) {
      unexpected.add(place);
    }
  }

  /** What is left out is what takes the others to their place. */
  private void compareLists(String place, JsonNode one, JsonNode other) {
    int leftOut = one.size() - other.size();
    int at = 0;
    for (int i = 0; i < one.size(); i++) {
      String element = place + "/" + i;
      boolean same = at < other.size() && one.get(i).equals(other.get(at));
      if (!same && leftOut > 0) {
        leftOut--;
        if (!isExpected(element)) {
          unexpected.add(element);
        }
      } else {
        compare(element, one.get(i), other.path(at));
        at++;
      }
    }
  }
}
