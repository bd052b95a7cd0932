// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over Flink 1.15.4. */
@Tag("all-flinks")
class Flink115ConformanceIT extends VersionConformance {
  Flink115ConformanceIT() {
    super("1.15.4");
  }
}
