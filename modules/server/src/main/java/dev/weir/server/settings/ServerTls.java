// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.server.settings.types.ClientAuth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * TLS of the server itself.
 *
 * @param identity its key and certificates
 * @param clientAuth whether clients show certificates
 * @param trustStore what those of clients must be signed by (PKCS12, JKS or PEM); empty where none
 *     are asked for
 * @param trustStorePassword its password
 * @param reloadInterval how often the files are looked at
 * @param redirectPort the port that sends plain HTTP here; empty for none
 * @param hsts whether browsers are told to come by TLS alone
 */
public record ServerTls(
    Identity identity,
    ClientAuth clientAuth,
    Optional<Path> trustStore,
    Optional<String> trustStorePassword,
    Duration reloadInterval,
    Optional<Integer> redirectPort,
    boolean hsts) {

  /** Where the key and the certificates of the server are. */
  public sealed interface Identity {
    /** The password of the key itself. */
    Optional<String> keyPassword();
  }

  /**
   * Files in PEM.
   *
   * @param certificates the chain, that of the server first
   * @param key the key; the same file where both are in one
   */
  public record Pem(Path certificates, Path key, Optional<String> keyPassword)
      implements Identity {}

  /**
   * A store, PKCS12 or JKS.
   *
   * @param password that of the store, and of the key where that has none of its own
   */
  public record Store(Path file, Optional<String> password, Optional<String> keyPassword)
      implements Identity {}
}
