// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over Flink 2.2.1. */
@Tag("all-flinks")
class Flink22ConformanceIT extends VersionConformance {
  Flink22ConformanceIT() {
    super("2.2.1");
  }
}
