// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over Flink 2.1.3. */
@Tag("all-flinks")
class Flink21ConformanceIT extends VersionConformance {
  Flink21ConformanceIT() {
    super("2.1.3");
  }
}
