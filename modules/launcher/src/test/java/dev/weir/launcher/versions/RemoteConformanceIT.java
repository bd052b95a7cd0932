// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.versions;

/** The contract over a cluster of the Flink 1.x that every build tries. */
class RemoteConformanceIT extends VersionConformance {
  RemoteConformanceIT() {
    super("1.20.4");
  }
}
