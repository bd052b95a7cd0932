// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS of the server, as settings make it. */
class TlsSettingsTest {
  private static Optional<ServerTls> tls(String... settings) throws SettingsException {
    Map<String, String> all = new HashMap<>();
    for (String setting : settings) {
      int end = setting.indexOf('=');
      all.put("weir.tls." + setting.substring(0, end), setting.substring(end + 1));
    }
    return SettingsResolver.resolve(SettingsSources.of(all)).server().tls();
  }

  @Test
  void aStoreHasItsPasswordAndPerhapsOneOfTheKey() throws SettingsException {
    assertThat(tls("keystore=/x.p12", "keystore-password=a", "key-password=b"))
        .hasValueSatisfying(
            tls ->
                assertThat(tls.identity())
                    .isEqualTo(
                        new ServerTls.Store(
                            Path.of("/x.p12"), Optional.of("a"), Optional.of("b"))));
  }

  @Test
  void aCertificateWithoutAKeyHasItInItsOwnFile() throws SettingsException {
    assertThat(tls("certificate=/x.pem"))
        .hasValueSatisfying(
            tls ->
                assertThat(tls.identity())
                    .isEqualTo(
                        new ServerTls.Pem(Path.of("/x.pem"), Path.of("/x.pem"), Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource({
    "key",
    "keystore-password",
    "key-password",
    "truststore",
    "truststore-password",
    "redirect-port"
  })
  void whatIsForTlsHasNoEffectWithoutIt(String key) {
    assertThatThrownBy(() -> tls(key + "=1"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("weir.tls." + key + " has no effect without weir.tls.");
  }

  @ParameterizedTest
  @CsvSource({
    "truststore=/y, weir.tls.truststore has no effect without weir.tls.client-auth.",
    "client-auth=optional, 'weir.tls.client-auth needs weir.tls.truststore, which is not given.'",
    "keystore-password=a, weir.tls.keystore-password has no effect without weir.tls.keystore.",
    "keystore=/z, weir.tls.certificate and weir.tls.keystore are both given; the server takes one of them."
  })
  void whatContradictsItselfIsRefused(String setting, String sentence) {
    assertThatThrownBy(() -> tls("certificate=/x.pem", setting))
        .isInstanceOf(SettingsException.class)
        .hasMessage(sentence);
  }
}
