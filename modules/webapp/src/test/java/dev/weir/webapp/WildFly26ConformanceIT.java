// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import org.junit.jupiter.api.Tag;

/** The contract in WildFly 26. */
@Tag("all-containers")
class WildFly26ConformanceIT extends ContainerConformance {
  WildFly26ConformanceIT() {
    super(ContainerKind.WILDFLY_26);
  }
}
