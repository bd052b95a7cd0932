// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.container.ContainerKind;
import dev.weir.testing.container.ContainerLaunch;
import java.net.URI;
import org.junit.jupiter.api.Tag;

/** The contract in WildFly, with system properties. */
@Tag("all-containers")
class WildFlyConformanceIT extends ContainerConformance {
  WildFlyConformanceIT() {
    super(ContainerKind.WILDFLY_39);
  }

  @Override
  ContainerLaunch configured(ContainerLaunch launch, URI cluster) {
    return launch.options("-Dweir.cluster=" + cluster, "-Dweir.security=none");
  }
}
