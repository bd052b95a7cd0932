// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import org.junit.jupiter.api.Tag;

/** The contract in GlassFish 7. */
@Tag("all-containers")
class GlassFish7ConformanceIT extends ContainerConformance {
  GlassFish7ConformanceIT() {
    super(ContainerKind.GLASSFISH_7);
  }
}
