// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over Flink 2.3.0. */
@Tag("all-flinks")
class Flink23ConformanceIT extends VersionConformance {
  Flink23ConformanceIT() {
    super("2.3.0");
  }
}
