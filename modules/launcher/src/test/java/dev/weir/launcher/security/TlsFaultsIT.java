// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.launcher.Certificates;
import dev.weir.server.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of TLS that cannot be used: what a start by them says. */
@Timeout(60)
class TlsFaultsIT {
  @TempDir private Path directory;
  private Path certificate = Path.of("");
  private Path key = Path.of("");

  @BeforeEach
  void makeCertificates() throws Exception {
    Certificates certificates = new Certificates(directory);
    for (String name : List.of("ours", "renewed")) {
      certificates.make(name);
    }
    certificates.trust("ours");
    certificate = directory.resolve("ours.pem");
    key = directory.resolve("ours-key.pem");
  }

  private Map<String, String> pem() {
    Map<String, String> settings = new HashMap<>();
    settings.put("weir.tls.certificate", certificate.toString());
    settings.put("weir.tls.key", key.toString());
    return settings;
  }

  @Test
  void filesThatCannotBeUsedStopTheStart() throws Exception {
    Files.copy(directory.resolve("renewed-key.pem"), key, StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> InProcess.start(pem()))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "weir.tls.certificate is '%s' (--set), but the certificate in it is not of the key in %s.",
            certificate, key);

    Files.writeString(key, "none");
    assertThatThrownBy(() -> InProcess.start(pem()))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "weir.tls.key is '%s' (--set), but there is not a private key in it; it must be a PEM"
                + " file with a private key.",
            key);

    Files.delete(key);
    assertThatThrownBy(() -> InProcess.start(pem()))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "weir.tls.key is '%s' (--set), but is not there; it must be a PEM file with a private"
                + " key.",
            key);
  }

  /** Each says which setting it is, which file, and what would be right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          keystore   | missing.p12      | -        | is not there; it must be a store (PKCS12 or JKS)
          keystore   | .                | -        | is a directory; it must be a store (PKCS12 or JKS)
          keystore   | ours.p12         | wrong    | weir.tls.keystore-password does not open it.
          keystore   | ours.p12         | -        | it has a password; set weir.tls.keystore-password.
          keystore   | ours.pem         | -        | is PEM; it must be a store (PKCS12 or JKS)
          keystore   | ours-trusted.p12 | changeit | has no private key in it; it must be a store
          keystore   | nonsense         | changeit | is no store; it must be a store (PKCS12 or JKS)
          truststore | missing.pem      | -        | is not there; it must be a store (PKCS12, JKS or PEM)
          truststore | ours.p12        | wrong    | weir.tls.truststore-password does not open it.
          truststore | ours.p12        | changeit | has no trusted certificate in it; it must be a store
          truststore | ours-key.pem     | -        | it must be a store (PKCS12, JKS or PEM)
          truststore | nonsense         | -        | is no store; it must be a store (PKCS12, JKS or PEM)
          certificate | ours-key.pem    | -        | there is not a certificate in it; it must be a PEM file
          """)
  void whatIsWrongWithAFileIsSaid(String setting, String name, String password, String fault)
      throws Exception {
    Files.writeString(directory.resolve("nonsense"), "nonsense");
    Path file = directory.resolve(name);
    Map<String, String> settings = setting.equals("truststore") ? pem() : new HashMap<>();
    settings.put("weir.tls." + setting, file.toString());
    if (setting.equals("truststore")) {
      settings.put("weir.tls.client-auth", "required");
    }
    if (!password.equals("-")) {
      settings.put("weir.tls." + setting + "-password", password);
    }

    assertThatThrownBy(() -> InProcess.start(settings))
        .isInstanceOfSatisfying(
            StartFailure.class, failure -> assertThat(failure.isOfSettings()).isTrue())
        .hasMessageStartingWith("weir.tls.%s is '%s' (--set), but ", setting, file)
        .hasMessageContaining(fault);
  }
}
