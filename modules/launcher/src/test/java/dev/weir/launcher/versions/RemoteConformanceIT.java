// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

import org.junit.jupiter.api.Tag;

/** The contract over a cluster of the Flink 1.x that is embedded too. */
@Tag("all-flinks")
class RemoteConformanceIT extends VersionConformance {
  RemoteConformanceIT() {
    super("1.20.4");
  }
}
