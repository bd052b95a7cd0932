// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One accumulator.
 *
 * @param name the registered name
 * @param type simple name of its class, such as {@code LongCounter}
 * @param value type and value as the accumulator's own text: {@code LongCounter 37500000}
 */
public record Accumulator(
    @JsonProperty(value = "name", required = true) String name, String type, String value) {
  /** A copy with the bare value, such as {@code 37500000}. */
  public Accumulator plain() {
    String prefix = type + " ";
    return value.startsWith(prefix)
        ? new Accumulator(name, type, value.substring(prefix.length()))
        : this;
  }

  public static List<Accumulator> plain(List<Accumulator> accumulators) {
    return accumulators.stream().map(Accumulator::plain).toList();
  }
}
