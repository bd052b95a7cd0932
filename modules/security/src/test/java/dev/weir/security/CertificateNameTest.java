// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.X509CertUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names in certificates that the JDK's own tool has made. */
class CertificateNameTest {
  @TempDir private Path directory;

  private X509Certificate certificate(String subject) throws Exception {
    String store = directory.resolve("store.p12").toString();
    keytool("-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", subject, "-keystore", store);
    Path pem = directory.resolve("a.pem");
    keytool("-exportcert", "-rfc", "-alias", "a", "-file", pem.toString(), "-keystore", store);
    return X509CertUtils.parse(Files.readString(pem));
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", "changeit"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void theNameIsTheCommonNameOrTheWholeSubject() throws Exception {
    X509Certificate alice = certificate("CN=alice, OU=ops, O=Example");

    assertThat(CertificateName.CN.of(alice)).contains("alice");
    assertThat(CertificateName.DN.of(alice)).contains("CN=alice,OU=ops,O=Example");
  }

  @Test
  void aSubjectWithoutACommonNameHasNone() throws Exception {
    assertThat(CertificateName.CN.of(certificate("OU=ops, O=Example"))).isEmpty();
  }

  @Test
  void aCommonNameInsideAnotherPartIsNoCommonName() throws Exception {
    assertThat(CertificateName.CN.of(certificate("O=\"x, CN=root\", CN=bob"))).contains("bob");
  }
}
