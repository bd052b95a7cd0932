// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over Flink 1.17.2. */
@Tag("all-flinks")
class Flink117ConformanceIT extends VersionConformance {
  Flink117ConformanceIT() {
    super("1.17.2");
  }
}
