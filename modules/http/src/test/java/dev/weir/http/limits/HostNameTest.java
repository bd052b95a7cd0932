// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8081",
        "localhost:",
        "127.0.0.1",
        "[::1]",
        "[::1]:8081",
        "[fe80::1%25eth0]:1",
        "a_b.example.org",
        "xn--bcher-kva.example:65535"
      })
  void namesAndAddressesAreWellFormed(String host) {
    assertThat(HostName.isWellFormed(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":8081",
        "localhost:x",
        "localhost:-1",
        "localhost:123456",
        "localhost:65536",
        "localhost:80:80",
        "a@localhost",
        "http://localhost",
        "localhost/",
        "local host",
        "[::1",
        "[]",
        "[::1]x",
        "::1",
        "localhost\t",
        "bücher.example",
        "a,b:c"
      })
  void anythingElseIsNot(String host) {
    assertThat(HostName.isWellFormed(host)).isFalse();
  }

  @Test
  void noneIsNot() {
    assertThat(HostName.isWellFormed(null)).isFalse();
  }
}
