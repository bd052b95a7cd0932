// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Reads keys and certificates from PKCS12 and JKS files, and certificates from PEM files. */
public final class CertificateStores {
  private static final String PEM = "-----BEGIN";
  private static final String KEYS =
      "a store (PKCS12 or JKS) of a private key and its certificates";
  private static final String CERTIFICATES = "a store (PKCS12, JKS or PEM) of certificates";

  /** The UTF-8 byte order mark of some editors; Java finds no certificate after it. */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private CertificateStores() {}

  /**
   * The keys of a store with their certificates.
   *
   * @param setting the key of the setting that names the file; the key ends in {@code keystore}
   * @param keyPassword password of the keys; empty if it is the store's
   * @throws StartFailure if the file cannot be read, has another format or password, or has no key
   */
  public static KeyManager[] keys(
      String setting, Path file, Optional<String> password, Optional<String> keyPassword)
      throws StartFailure {
    requireReadable(setting, file, KEYS);
    try {
      if (isPem(file)) {
        throw StartFailure.unusable(setting, file, "is PEM; it must be " + KEYS, null);
      }
      KeyStore store = store(setting, file, password, KEYS);
      requireKey(setting, file, store);
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, chars(keyPassword.or(() -> password)));
      return factory.getKeyManagers();
    } catch (UnrecoverableKeyException e) {
      throw keyPassword(
          setting, file, setting.replaceFirst("keystore$", "key-password"), keyPassword, e);
    } catch (IOException | GeneralSecurityException e) {
      throw StartFailure.unusable(setting, file, "cannot be used; it must be " + KEYS, e);
    }
  }

  /** The failure for a key that its password does not open. */
  public static StartFailure keyPassword(
      String setting,
      Path file,
      String passwordSetting,
      Optional<String> password,
      @Nullable Exception cause) {
    return StartFailure.unusable(
        setting,
        file,
        password.isPresent()
            ? passwordSetting + " does not open the key in it"
            : "the key in it has a password of its own; set " + passwordSetting,
        cause);
  }

  private static void requireKey(String setting, Path file, KeyStore store)
      throws StartFailure, GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return;
      }
    }
    throw StartFailure.unusable(
        setting, file, "has no private key in it; it must be " + KEYS, null);
  }

  /**
   * Trusts certificates that are signed by a certificate of the file.
   *
   * @param setting the key of the setting that names the file
   * @throws StartFailure if the file cannot be read, has another format or password, or has no
   *     trusted certificate
   */
  public static TrustManager[] trust(String setting, Path file, Optional<String> password)
      throws StartFailure {
    requireReadable(setting, file, CERTIFICATES);
    try {
      KeyStore trusted = isPem(file) ? ofPem(file) : store(setting, file, password, CERTIFICATES);
      requireCertificate(setting, file, trusted);
      return trust(trusted);
    } catch (IOException | GeneralSecurityException e) {
      throw StartFailure.unusable(
          setting, file, "its certificates cannot be read; it must be " + CERTIFICATES, e);
    }
  }

  /** Without one, Java would refuse every connection, and not say so before the first one. */
  private static void requireCertificate(String setting, Path file, KeyStore store)
      throws StartFailure, GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isCertificateEntry(alias)) {
        return;
      }
    }
    throw StartFailure.unusable(
        setting, file, "has no trusted certificate in it; it must be " + CERTIFICATES, null);
  }

  /** Trusts the certificates of Java's default trust store. */
  static TrustManager[] trust() throws GeneralSecurityException {
    return trust(null);
  }

  private static TrustManager[] trust(@Nullable KeyStore trusted) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory.getTrustManagers();
  }

  /**
   * Checks that a file exists, is no directory, and can be read.
   *
   * @param right what the file must be, as the end of a sentence
   */
  public static void requireReadable(String setting, Path file, String right) throws StartFailure {
    String fault =
        Files.notExists(file)
            ? "is not there"
            : Files.isDirectory(file)
                ? "is a directory"
                : Files.isReadable(file) ? "" : "cannot be read by the user of this process";
    if (!fault.isEmpty()) {
      throw StartFailure.unusable(setting, file, fault + "; it must be " + right, null);
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

  private static KeyStore store(String setting, Path file, Optional<String> password, String right)
      throws StartFailure {
    try {
      return KeyStore.getInstance(file.toFile(), chars(password));
    } catch (IOException e) {
      // Only the cause tells that the password is wrong.
      boolean closed = e.getCause() instanceof UnrecoverableKeyException;
      throw StartFailure.unusable(
          setting, file, closed ? closed(setting, password) : "is damaged; it must be " + right, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw StartFailure.unusable(setting, file, "is no store; it must be " + right, e);
    }
  }

  private static String closed(String setting, Optional<String> password) {
    return password.isPresent()
        ? setting + "-password does not open it"
        : "it has a password; set " + setting + "-password";
  }

  private static char[] chars(Optional<String> password) {
    return password.orElse("").toCharArray();
  }
}
