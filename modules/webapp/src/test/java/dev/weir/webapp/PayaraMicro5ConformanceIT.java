// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import org.junit.jupiter.api.Tag;

/** The contract in Payara Micro 5. */
@Tag("all-containers")
class PayaraMicro5ConformanceIT extends ContainerConformance {
  PayaraMicro5ConformanceIT() {
    super(ContainerKind.PAYARA_MICRO_5);
  }
}
