// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.tls;

import dev.weir.server.CertificateStores;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.ServerTls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import nl.altindag.ssl.exception.GenericException;
import nl.altindag.ssl.pem.util.PemUtils;
import org.jspecify.annotations.Nullable;

/** Creates the context of encrypted connections from the configured files. */
final class TlsContext {
  private static final List<String> KEY_TYPES = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS");

  private static final String CERTIFICATE = "weir.tls.certificate";
  private static final String KEY = "weir.tls.key";
  private static final String KEY_PASSWORD = "weir.tls.key-password";
  private static final String KEY_STORE = "weir.tls.keystore";
  private static final String TRUST_STORE = "weir.tls.truststore";

  private TlsContext() {}

  /**
   * Reads the files.
   *
   * @throws StartFailure if a file cannot be used; the sentence names the setting and the file
   */
  static SSLContext of(ServerTls tls) throws StartFailure {
    try {
      KeyManager[] keys = keys(tls.identity());
      requireMatch(keys, tls.identity());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust(tls), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unusable(tls.identity(), "its key cannot be used: " + e.getMessage(), e);
    }
  }

  private static KeyManager[] keys(ServerTls.Identity identity) throws StartFailure {
    if (identity instanceof ServerTls.Store store) {
      return CertificateStores.keys(KEY_STORE, store.file(), store.password(), store.keyPassword());
    }
    ServerTls.Pem pem = (ServerTls.Pem) identity;
    requirePem(CERTIFICATE, pem.certificates(), "CERTIFICATE", "a certificate");
    String keySetting = pem.key().equals(pem.certificates()) ? CERTIFICATE : KEY;
    requirePem(keySetting, pem.key(), "PRIVATE KEY", "a private key");
    char[] password = pem.keyPassword().map(String::toCharArray).orElse(null);
    try {
      return new KeyManager[] {
        PemUtils.loadIdentityMaterial(pem.certificates(), pem.key(), password)
      };
    } catch (GenericException | IllegalArgumentException e) {
      if (isEncrypted(pem.key())) {
        throw CertificateStores.keyPassword(
            keySetting, pem.key(), KEY_PASSWORD, pem.keyPassword(), e);
      }
      throw unusable(
          pem, "it or the key in " + pem.key() + " is damaged; both must be whole PEM files", e);
    }
  }

  private static TrustManager[] trust(ServerTls tls) throws StartFailure {
    return tls.trustStore().isEmpty()
        ? new TrustManager[0]
        : CertificateStores.trust(TRUST_STORE, tls.trustStore().get(), tls.trustStorePassword());
  }

  private static void requirePem(String setting, Path file, String type, String what)
      throws StartFailure {
    String right = "a PEM file with " + what;
    CertificateStores.requireReadable(setting, file, right);
    if (!text(file).matches("(?s).*-----BEGIN [A-Z ]*" + type + "-----.*")) {
      throw StartFailure.unusable(
          setting, file, "there is not " + what + " in it; it must be " + right, null);
    }
  }

  private static boolean isEncrypted(Path key) {
    return text(key).contains("ENCRYPTED");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Rejects a certificate of another key, as after only one of them was replaced. Every connection
   * would fail.
   */
  private static void requireMatch(KeyManager[] managers, ServerTls.Identity identity)
      throws StartFailure, GeneralSecurityException {
    boolean any = false;
    for (KeyManager manager : managers) {
      if (manager instanceof X509ExtendedKeyManager keys) {
        for (String type : KEY_TYPES) {
          String[] aliases = keys.getServerAliases(type, null);
          for (String alias : aliases == null ? new String[0] : aliases) {
            requireMatch(keys.getPrivateKey(alias), keys.getCertificateChain(alias)[0], identity);
            any = true;
          }
        }
      }
    }
    if (!any) {
      throw unusable(identity, "there is no key with a certificate of a server in it", null);
    }
  }

  private static void requireMatch(
      PrivateKey key, X509Certificate certificate, ServerTls.Identity identity)
      throws StartFailure, GeneralSecurityException {
    byte[] text = {1};
    Signature signature = Signature.getInstance(algorithm(key));
    signature.initSign(key);
    signature.update(text);
    byte[] signed = signature.sign();
    if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())
        || !verifies(certificate, text, signed, algorithm(key))) {
      String where = identity instanceof ServerTls.Pem pem ? " in " + pem.key() : "";
      throw unusable(identity, "the certificate in it is not of the key" + where, null);
    }
  }

  private static StartFailure unusable(
      ServerTls.Identity identity, String fault, @Nullable Exception cause) {
    String setting = identity instanceof ServerTls.Pem ? CERTIFICATE : KEY_STORE;
    return StartFailure.unusable(setting, file(identity), fault, cause);
  }

  private static boolean verifies(
      X509Certificate certificate, byte[] text, byte[] signed, String algorithm)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initVerify(certificate.getPublicKey());
    signature.update(text);
    return signature.verify(signed);
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }

  static Path file(ServerTls.Identity identity) {
    return identity instanceof ServerTls.Pem pem
        ? pem.certificates()
        : ((ServerTls.Store) identity).file();
  }
}
