// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  @ParameterizedTest
  @ValueSource(strings = {"alice", "Zoë Müller", "作业", "CN=a,O=b", "a\u200Db"})
  void aNameIsTakenAsItIs(String name) throws Exception {
    assertThat(Identity.of(name, Set.of()).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a\r\nb",
        "a\n",
        "\nb",
        "a\rb",
        "a\tb",
        "a\u0000",
        "a\u001b[31m",
        "a\u007f",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\u202Eb",
        "a\u2066b",
        "a\ud800"
      })
  void aNameThatWouldNotReadAsItIsIsRefused(String name) {
    assertThatThrownBy(() -> Identity.of(name, Set.of()))
        .isInstanceOf(AuthenticationException.class);
    if (!name.isBlank()) {
      assertThatThrownBy(() -> TokenFile.make(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
