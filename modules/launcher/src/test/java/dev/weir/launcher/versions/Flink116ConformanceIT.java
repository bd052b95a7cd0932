// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over Flink 1.16.3. */
@Tag("all-flinks")
class Flink116ConformanceIT extends VersionConformance {
  Flink116ConformanceIT() {
    super("1.16.3");
  }
}
