// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.server.settings.types.ClientAuth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * TLS of the server itself.
 *
 * @param identity the server's key and certificates
 * @param clientAuth whether client certificates are requested
 * @param trustStore the certificates that must have signed those of clients (PKCS12, JKS or PEM);
 *     empty if no client certificates are requested
 * @param trustStorePassword the password of the trust store
 * @param reloadInterval how often the files are checked for changes
 * @param redirectPort the port that redirects plain HTTP to TLS; empty for none
 * @param hsts whether browsers are told to use TLS only
 */
public record ServerTls(
    Identity identity,
    ClientAuth clientAuth,
    Optional<Path> trustStore,
    Optional<String> trustStorePassword,
    Duration reloadInterval,
    Optional<Integer> redirectPort,
    boolean hsts) {

  /** The files with the server's key and certificates. */
  public sealed interface Identity {
    /** The password of the key itself. */
    Optional<String> keyPassword();
  }

  /**
   * PEM files.
   *
   * @param certificates the certificate chain, that of the server first
   * @param key the private key; may be the same file
   */
  public record Pem(Path certificates, Path key, Optional<String> keyPassword)
      implements Identity {}

  /**
   * A key store, PKCS12 or JKS.
   *
   * @param password the password of the store, and of the key if it has none of its own
   */
  public record Store(Path file, Optional<String> password, Optional<String> keyPassword)
      implements Identity {}
}
