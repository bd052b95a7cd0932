// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over Flink 2.0.2. */
@Tag("all-flinks")
class Flink20ConformanceIT extends VersionConformance {
  Flink20ConformanceIT() {
    super("2.0.2");
  }
}
