// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import org.junit.jupiter.api.Tag;

/** The contract in Payara Micro 6. */
@Tag("all-containers")
class PayaraMicro6ConformanceIT extends ContainerConformance {
  PayaraMicro6ConformanceIT() {
    super(ContainerKind.PAYARA_MICRO_6);
  }
}
