// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What has become of the facts about one operation since they were recorded.
 *
 * @param broken what clients relied on and is gone or different, in words
 * @param added what there is now besides, in words
 */
record Compatibility(List<String> broken, List<String> added) {
  static Compatibility between(Map<String, String> recorded, Map<String, String> now) {
    List<String> broken = new ArrayList<>();
    recorded.forEach(
        (place, was) -> {
          String is = now.get(place);
          if (is == null) {
            broken.add(place + " (" + was + ") is gone");
          } else if (!is.equals(was)) {
            broken.add(place + " was '" + was + "' and is '" + is + "'");
          }
        });
    List<String> added = new ArrayList<>();
    now.forEach(
        (place, is) -> {
          if (!recorded.containsKey(place)) {
            boolean demanded = place.startsWith("parameter ") && isDemanded(place, is);
            (demanded && !recorded.isEmpty() ? broken : added).add(place + " (" + is + ") is new");
          }
        });
    return new Compatibility(broken, added);
  }

  /** A parameter that must be sent, which no client of the past does. */
  private static boolean isDemanded(String place, String type) {
    boolean itself = place.split(" ", -1).length == 3;
    return itself && !type.endsWith(", optional");
  }
}
