// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The table of containers shows runs in which all was as it should be, but where the page says what
 * is not.
 */
class ContainersDocumentTest {
  @Test
  void everyContainerThatIsShownHasPassed() {
    assertThat(ContainersDocument.checkedIn().rows())
        .isNotEmpty()
        .filteredOn(row -> !row.startsWith("| GlassFish |"))
        .allSatisfy(row -> assertThat(row).contains("| passed |"));
  }
}
