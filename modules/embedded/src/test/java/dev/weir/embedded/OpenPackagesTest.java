// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The packages that are needed are those that the build opens to its tests. */
class OpenPackagesTest {

  @Test
  void aJavaWithAllOfThemOpenNeedsNoWarning() {
    assertThat(OpenPackages.warning(getClass().getClassLoader())).isEmpty();
  }

  @Test
  void allOfThemExist() {
    assertThat(Object.class.getModule().getPackages()).containsAll(OpenPackages.NEEDED);
  }
}
