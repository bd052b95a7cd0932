package dev.weir.server;

import dev.weir.server.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS towards a cluster with certificates of its own. */
final class ClientTls {
  private static final String PEM = "-----BEGIN";

  private ClientTls() {}

  static SSLContext context(Settings.Tls tls) throws StartFailure {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(tls), trust(tls), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new StartFailure("TLS cannot be set up: " + e.getMessage() + ".", e);
    }
  }

  private static KeyManager[] keys(Settings.Tls tls) throws StartFailure, GeneralSecurityException {
    if (tls.keyStore().isEmpty()) {
      return new KeyManager[0];
    }
    KeyStore store = store(tls.keyStore().get(), tls.keyStorePassword());
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, chars(tls.keyPassword().or(tls::keyStorePassword)));
    return factory.getKeyManagers();
  }

  private static TrustManager[] trust(Settings.Tls tls)
      throws StartFailure, GeneralSecurityException {
    KeyStore trusted =
        tls.trustStore().isEmpty()
            ? null
            : trusted(tls.trustStore().get(), tls.trustStorePassword());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory.getTrustManagers();
  }

  private static KeyStore trusted(Path file, Optional<String> password) throws StartFailure {
    try {
      return isPem(file) ? ofPem(file) : store(file, password);
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(file, e);
    }
  }

  private static boolean isPem(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(1 << 16);
      return new String(start, StandardCharsets.US_ASCII).contains(PEM);
    }
  }

  private static KeyStore ofPem(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted-" + store.size(), one);
      }
    }
    return store;
  }

  private static KeyStore store(Path file, Optional<String> password) throws StartFailure {
    try {
      return KeyStore.getInstance(file.toFile(), chars(password));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
  }

  private static StartFailure unreadable(Path file, Exception cause) {
    return new StartFailure(
        "The store "
            + file
            + " cannot be read: it is not there, is no store, or has another"
            + " password.",
        cause);
  }

  private static char[] chars(Optional<String> password) {
    return password.orElse("").toCharArray();
  }
}
