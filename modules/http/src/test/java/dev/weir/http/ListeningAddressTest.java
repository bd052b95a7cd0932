// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address that is shown of a listener. */
class ListeningAddressTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:80",
    "flink.example.org, http://flink.example.org:80",
    "0.0.0.0, http://localhost:80",
    "::, http://localhost:80",
    "::1, http://[::1]:80"
  })
  void theAddressIsOneThatThisMachineCanOpen(String bind, URI address) {
    assertThat(ListeningAddress.of(false, bind, 80)).isEqualTo(address);
  }

  @Test
  void theAddressOfTlsIsHttps() {
    assertThat(ListeningAddress.of(true, "::1", 80)).hasToString("https://[::1]:80");
  }
}
