// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import org.junit.jupiter.api.Tag;

/** The contract in Jetty, as a container of Jakarta EE 10. */
@Tag("all-containers")
class JettyEe10ConformanceIT extends ContainerConformance {
  JettyEe10ConformanceIT() {
    super(ContainerKind.JETTY_EE10);
  }
}
