package dev.weir.launcher.server.tls;

import dev.weir.server.CertificateStores;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.ServerTls;
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

/** Makes of the files what connections are encrypted with. */
final class TlsContext {
  private static final List<String> KEY_TYPES = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS");

  private TlsContext() {}

  /**
   * Reads the files.
   *
   * @throws StartFailure with a sentence that names the file, if one cannot be used
   */
  static SSLContext of(ServerTls tls) throws StartFailure {
    try {
      KeyManager[] keys = keys(tls.identity());
      requireMatch(keys, file(tls.identity()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust(tls), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new StartFailure(
          "The key in " + file(tls.identity()) + " cannot be used: " + e.getMessage() + ".", e);
    }
  }

  private static KeyManager[] keys(ServerTls.Identity identity)
      throws StartFailure, GeneralSecurityException {
    if (identity instanceof ServerTls.Store store) {
      return CertificateStores.keys(store.file(), store.password(), store.keyPassword());
    }
    ServerTls.Pem pem = (ServerTls.Pem) identity;
    requireReadable(pem.certificates());
    requireReadable(pem.key());
    char[] password = pem.keyPassword().map(String::toCharArray).orElse(null);
    try {
      return new KeyManager[] {
        PemUtils.loadIdentityMaterial(pem.certificates(), pem.key(), password)
      };
    } catch (GenericException | IllegalArgumentException e) {
      throw new StartFailure(
          "The files "
              + pem.certificates()
              + " and "
              + pem.key()
              + " are not a certificate and its key in PEM, or the key has another password.",
          e);
    }
  }

  private static TrustManager[] trust(ServerTls tls) throws StartFailure, GeneralSecurityException {
    return tls.trustStore().isEmpty()
        ? new TrustManager[0]
        : CertificateStores.trust(tls.trustStore().get(), tls.trustStorePassword());
  }

  /** A certificate that was replaced before its key would make every connection fail. */
  private static void requireMatch(KeyManager[] managers, Path file)
      throws StartFailure, GeneralSecurityException {
    boolean any = false;
    for (KeyManager manager : managers) {
      if (manager instanceof X509ExtendedKeyManager keys) {
        for (String type : KEY_TYPES) {
          String[] aliases = keys.getServerAliases(type, null);
          for (String alias : aliases == null ? new String[0] : aliases) {
            requireMatch(keys.getPrivateKey(alias), keys.getCertificateChain(alias)[0], file);
            any = true;
          }
        }
      }
    }
    if (!any) {
      throw new StartFailure("There is no key with a certificate in " + file + ".");
    }
  }

  private static void requireMatch(PrivateKey key, X509Certificate certificate, Path file)
      throws StartFailure, GeneralSecurityException {
    byte[] text = {1};
    Signature signature = Signature.getInstance(algorithm(key));
    signature.initSign(key);
    signature.update(text);
    byte[] signed = signature.sign();
    if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())
        || !verifies(certificate, text, signed, algorithm(key))) {
      throw new StartFailure("The certificate in " + file + " is not of the key that is with it.");
    }
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

  private static void requireReadable(Path file) throws StartFailure {
    if (!Files.isReadable(file)) {
      throw new StartFailure("The file " + file + " is not there or cannot be read.");
    }
  }

  static Path file(ServerTls.Identity identity) {
    return identity instanceof ServerTls.Pem pem
        ? pem.certificates()
        : ((ServerTls.Store) identity).file();
  }
}
