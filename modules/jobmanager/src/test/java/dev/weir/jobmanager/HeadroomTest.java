// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much memory a JobManager must have for a guest. */
class HeadroomTest {
  private static final long MIB = 1L << 20;

  @Test
  void aJobManagerWithFlinksDefaultsHasEnough() {
    assertThat(new Headroom(1024 * MIB, 256 * MIB).problem()).isEmpty();
    assertThat(new Headroom(1024 * MIB, Long.MAX_VALUE).problem()).isEmpty();
  }

  @Test
  void tooLittleIsSaidWithTheKeyThatRaisesIt() {
    assertThat(new Headroom(128 * MIB, 256 * MIB).problem())
        .hasValueSatisfying(
            line -> assertThat(line).contains("heap", "128 MiB", "jobmanager.memory.heap.size"));
    assertThat(new Headroom(1024 * MIB, 96 * MIB).problem())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .contains("metaspace", "96 MiB", "jobmanager.memory.jvm-metaspace.size"));
  }

  @Test
  void theLimitsOfThisProcessAreRead() {
    assertThat(Headroom.ofThisProcess().heap()).isEqualTo(Runtime.getRuntime().maxMemory());
    assertThat(Headroom.ofThisProcess().metaspace()).isPositive();
  }
}
