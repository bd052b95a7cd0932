// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotHeadersTest {
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "deflate, gzip", "br;q=1.0, gzip;q=0.5", "x-gzip"})
  void whoSaysSoTakesGzip(String header) {
    assertThat(SnapshotHeaders.acceptsGzip(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", "gzip;q=0", "gzip; q = 0.000", "br", "not-gzip"})
  void whoDoesNotGetsItPlain(String header) {
    assertThat(SnapshotHeaders.acceptsGzip(header)).isFalse();
  }

  @Test
  void whoSaysNothingGetsItPlain() {
    assertThat(SnapshotHeaders.acceptsGzip(null)).isFalse();
  }
}
