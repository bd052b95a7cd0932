// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FlinkVersionTest {
  @Test
  void versionsAreComparedAsNumbers() {
    assertThat(new FlinkVersion("1.9.3").isAtLeast(1, 15)).isFalse();
    assertThat(new FlinkVersion("1.15.4").isAtLeast(1, 15)).isTrue();
    assertThat(new FlinkVersion("1.20.4").isAtLeast(2, 0)).isFalse();
    assertThat(new FlinkVersion("2.0-preview1").isAtLeast(1, 19)).isTrue();
  }

  @Test
  void theLineHasNoPatch() {
    assertThat(new FlinkVersion("1.20.4").line()).isEqualTo("1.20");
  }

  @Test
  void whatIsNoVersionIsRefused() {
    assertThatThrownBy(() -> new FlinkVersion("latest"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latest");
  }
}
