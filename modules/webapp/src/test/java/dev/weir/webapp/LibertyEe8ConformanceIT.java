// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import org.junit.jupiter.api.Tag;

/** The contract in Open Liberty, the web profile of Java EE 8. */
@Tag("all-containers")
class LibertyEe8ConformanceIT extends ContainerConformance {
  LibertyEe8ConformanceIT() {
    super(ContainerKind.LIBERTY_EE8);
  }
}
