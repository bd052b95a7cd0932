// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import dev.weir.model.FlinkSeries;
import java.util.stream.Stream;

/**
 * The embedded Flinks that a build tries: its own, and with {@code -Pall-flinks} the others too.
 */
final class TriedSeries {
  private TriedSeries() {}

  static Stream<FlinkSeries> all() {
    return Boolean.getBoolean("weir.versions.write")
        ? Stream.of(FlinkSeries.values())
        : Stream.of(FlinkSeries.V2_3);
  }
}
