// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over Flink 1.20.5. */
@Tag("all-flinks")
class Flink120ConformanceIT extends VersionConformance {
  Flink120ConformanceIT() {
    super("1.20.5");
  }
}
