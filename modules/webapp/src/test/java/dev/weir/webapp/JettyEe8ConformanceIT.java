// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import org.junit.jupiter.api.Tag;

/** The contract in Jetty, as a container of Java EE 8. */
@Tag("all-containers")
class JettyEe8ConformanceIT extends ContainerConformance {
  JettyEe8ConformanceIT() {
    super(ContainerKind.JETTY_EE8);
  }
}
