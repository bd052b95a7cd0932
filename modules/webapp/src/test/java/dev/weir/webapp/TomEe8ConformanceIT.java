// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import org.junit.jupiter.api.Tag;

/** The contract in TomEE 8. */
@Tag("all-containers")
class TomEe8ConformanceIT extends ContainerConformance {
  TomEe8ConformanceIT() {
    super(ContainerKind.TOMEE_8);
  }
}
