// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over Flink 1.18.1. */
@Tag("all-flinks")
class Flink118ConformanceIT extends VersionConformance {
  Flink118ConformanceIT() {
    super("1.18.1");
  }
}
