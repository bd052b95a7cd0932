// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import dev.weir.model.Accumulator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes accumulators as the classic document shows them: {@code LongCounter 37500000}.
 *
 * <p>That is what {@code toString()} of the simple accumulators says. Flink sends the bare value;
 * type and value give the same text. Histograms and lists say nothing but their value.
 */
public final class Accumulators {
  private static final Set<String> NAMED =
      Set.of(
          "IntCounter",
          "LongCounter",
          "DoubleCounter",
          "AverageAccumulator",
          "IntMinimum",
          "IntMaximum",
          "LongMinimum",
          "LongMaximum",
          "DoubleMinimum",
          "DoubleMaximum");

  private Accumulators() {}

  static List<Accumulator> of(@Nullable List<Accumulator> accumulators) {
    return accumulators == null
        ? List.of()
        : accumulators.stream().map(Accumulators::asDocumented).toList();
  }

  private static Accumulator asDocumented(Accumulator bare) {
    return NAMED.contains(bare.type()) && !bare.value().startsWith(bare.type())
        ? new Accumulator(bare.name(), bare.type(), bare.type() + " " + bare.value())
        : bare;
  }
}
