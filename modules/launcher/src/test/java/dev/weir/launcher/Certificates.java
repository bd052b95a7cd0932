// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Certificates for the time of a test, each signed by itself, made by the JDK's own tool. */
public final class Certificates {
  public static final String PASSWORD = "changeit";

  private final Path directory;

  /** Keeps them in a directory. */
  public Certificates(Path directory) {
    this.directory = directory;
  }

  /** A key and its certificate, as a store and as PEM files. */
  public void make(String name) throws Exception {
    keys(name);
    pem(name);
    pemKey(name);
  }

  /** A store with a key and its certificate. */
  public Path keys(String name) throws IOException, InterruptedException {
    Path store = directory.resolve(name + ".p12");
    keytool(
        List.of("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=localhost"),
        List.of("-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "2"),
        store);
    return store;
  }

  /** The certificate in such a store, for those who are to trust it. */
  public Path pem(String name) throws IOException, InterruptedException {
    Path pem = directory.resolve(name + ".pem");
    keytool(
        List.of("-exportcert", "-rfc", "-alias", name, "-file", pem.toString()),
        List.of(),
        directory.resolve(name + ".p12"));
    return pem;
  }

  /** The key in such a store, without a password. */
  public Path pemKey(String name) throws IOException, GeneralSecurityException {
    KeyStore store =
        KeyStore.getInstance(directory.resolve(name + ".p12").toFile(), PASSWORD.toCharArray());
    byte[] key = store.getKey(name, PASSWORD.toCharArray()).getEncoded();
    String text =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n";
    return Files.writeString(directory.resolve(name + "-key.pem"), text);
  }

  /** A store with the certificate alone. */
  public Path trust(String name) throws IOException, InterruptedException {
    Path store = directory.resolve(name + "-trusted.p12");
    keytool(
        List.of("-importcert", "-noprompt", "-alias", name),
        List.of("-file", directory.resolve(name + ".pem").toString()),
        store);
    return store;
  }

  private static void keytool(List<String> what, List<String> more, Path store)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(what);
    command.addAll(more);
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as("%s", command).isZero();
  }

  /** TLS of a client that trusts one certificate and shows another, if any. */
  public static SSLContext client(Path trust, @Nullable Path keys)
      throws IOException, GeneralSecurityException {
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(KeyStore.getInstance(trust.toFile(), PASSWORD.toCharArray()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys == null ? null : managers(keys), trusted.getTrustManagers(), null);
    return context;
  }

  private static KeyManager[] managers(Path keys) throws IOException, GeneralSecurityException {
    KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
    shown.init(KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
    return shown.getKeyManagers();
  }

  /** TLS of a server that shows one certificate and trusts another. */
  public static SSLContext server(Path keys, Path trust)
      throws IOException, GeneralSecurityException {
    return client(trust, keys);
  }
}
