// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.container.ContainerKind;
import dev.weir.testing.container.ContainerLaunch;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of the WAR for Java EE 8 in Tomcat 9, with settings in a file. */
@Tag("all-containers")
class JavaEe8ConformanceIT extends ContainerConformance {
  JavaEe8ConformanceIT() {
    super(ContainerKind.TOMCAT_9);
  }

  @Override
  ContainerLaunch configured(ContainerLaunch launch, URI cluster) {
    // The directory of the instance is where it is started.
    return launch
        .war("wrong", BuiltJars.war())
        .file("weir.yaml", "weir:\n  cluster: " + cluster + "\n  security: none\n")
        .environment("WEIR_CONFIG", "weir.yaml");
  }

  @Test
  void theWarForTheOtherContainersSaysSo() {
    requireWords(running.container(), "weir.war, for Jakarta EE", "Deploy weir-ee8.war instead.");
  }
}
