// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import org.junit.jupiter.api.Tag;

/** The contract in Tomcat 11. */
@Tag("all-containers")
class Tomcat11ConformanceIT extends ContainerConformance {
  Tomcat11ConformanceIT() {
    super(ContainerKind.TOMCAT_11);
  }
}
