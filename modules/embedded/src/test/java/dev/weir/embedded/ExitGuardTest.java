// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A Java that takes no guard is told what to do, and it is something that helps. */
class ExitGuardTest {

  @Test
  void java21IsToldOfTheOption() {
    assertThat(ExitGuard.warning(21))
        .contains("Java 21")
        .endsWith("Recommended action: start Java with -Djava.security.manager=allow.");
  }

  @Test
  void java25HasNoSuchOption() {
    assertThat(ExitGuard.warning(25))
        .contains("Java 25", "Recommended action: ", "a remote cluster")
        .doesNotContain("-Djava.security.manager");
  }
}
