// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import org.junit.jupiter.api.Tag;

/** The contract in Open Liberty, all of Jakarta EE 10. */
@Tag("all-containers")
class LibertyConformanceIT extends ContainerConformance {
  LibertyConformanceIT() {
    super(ContainerKind.LIBERTY);
  }
}
