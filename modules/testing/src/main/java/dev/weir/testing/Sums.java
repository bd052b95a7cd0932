// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** Adds up numbers in JSON documents. */
public final class Sums {
  private Sums() {}

  /** The sum over the elements of an array of the number at a pointer. */
  public static long of(JsonNode array, String pointer) {
    long sum = 0;
    for (JsonNode element : array) {
      sum += element.at(pointer).asLong();
    }
    return sum;
  }

  /** The sum of all numbers directly in an object, but for one. */
  public static long ofMembers(JsonNode object, String except) {
    return object.properties().stream()
        .filter(entry -> !entry.getKey().equals(except))
        .mapToLong(entry -> entry.getValue().asLong())
        .sum();
  }
}
