// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import java.util.List;
import java.util.stream.Stream;

/**
 * The Flinks that the contract is tried on, oldest first: the last release of each line in Maven
 * Central, and the one that every build tries.
 */
public final class TriedVersions {
  static final List<FlinkVersion> ALL =
      Stream.of(
              "1.15.4", "1.16.3", "1.17.2", "1.18.1", "1.19.3", "1.20.4", "1.20.5", "2.0.2",
              "2.1.3", "2.2.1", "2.3.0")
          .map(FlinkVersion::new)
          .toList();

  private TriedVersions() {}
}
