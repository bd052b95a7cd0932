// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over Flink 1.19.3. */
@Tag("all-flinks")
class Flink119ConformanceIT extends VersionConformance {
  Flink119ConformanceIT() {
    super("1.19.3");
  }
}
