package dev.weir.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Keys and certificates in files: PKCS12, JKS, and PEM where there are only certificates. */
public final class CertificateStores {
  private static final String PEM = "-----BEGIN";

  /** What some editors put before UTF-8; Java does not see a certificate after it. */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private CertificateStores() {}

  /**
   * The keys of a store with their certificates.
   *
   * @param keyPassword that of the keys; empty where it is the store's
   * @throws StartFailure if the file cannot be read, or is of another kind or password
   */
  public static KeyManager[] keys(
      Path file, Optional<String> password, Optional<String> keyPassword)
      throws StartFailure, GeneralSecurityException {
    KeyStore store = store(file, password);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, chars(keyPassword.or(() -> password)));
    return factory.getKeyManagers();
  }

  /**
   * Trusts what is signed by a certificate of the file.
   *
   * @throws StartFailure if the file cannot be read, or is of another kind or password
   */
  public static TrustManager[] trust(Path file, Optional<String> password)
      throws StartFailure, GeneralSecurityException {
    return trust(trusted(file, password));
  }

  /** Trusts what Java trusts. */
  static TrustManager[] trust() throws GeneralSecurityException {
    return trust(null);
  }

  private static TrustManager[] trust(@Nullable KeyStore trusted) throws GeneralSecurityException {
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
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(BYTE_ORDER_MARK.length);
      if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
        in.reset();
      }
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
