// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * By what callers are known, and what they may do. What is empty is not offered.
 *
 * @param passwords the file of users and hashes of their passwords, for HTTP Basic
 * @param tokens the file of tokens
 * @param oidc the OpenID provider whose tokens count
 * @param certificates what of a client's certificate is its name
 * @param rules who has which level
 * @param remember how long credentials that were found right are not looked at again
 * @param freeFailures how many failures in a row cost nothing
 * @param longestWait the longest wait after failures
 * @param trackedFailures of how many clients failures are counted
 * @param workers how many threads verify
 * @param waiting how many verifications may wait for a thread
 */
public record AuthenticationOptions(
    Optional<Path> passwords,
    Optional<Path> tokens,
    Optional<OidcOptions> oidc,
    Optional<CertificateName> certificates,
    AccessRules rules,
    Duration remember,
    int freeFailures,
    Duration longestWait,
    int trackedFailures,
    int workers,
    int waiting) {
  /** Checks that all is there. */
  public AuthenticationOptions {
    requireNonNull(passwords, "passwords");
    requireNonNull(tokens, "tokens");
    requireNonNull(oidc, "oidc");
    requireNonNull(certificates, "certificates");
    requireNonNull(rules, "rules");
    requireNonNull(remember, "remember");
    requireNonNull(longestWait, "longestWait");
  }

  /** Whether there is any way to be known. */
  public boolean offersSomething() {
    return passwords.isPresent()
        || tokens.isPresent()
        || oidc.isPresent()
        || certificates.isPresent();
  }
}
