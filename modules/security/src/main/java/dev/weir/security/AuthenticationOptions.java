// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** Begins to make one, each component by its name. */
  public static Builder builder() {
    return new Builder();
  }

  /** Takes the components by their names. */
  public static final class Builder {
    private Optional<Path> passwords = Optional.empty();
    private Optional<Path> tokens = Optional.empty();
    private Optional<OidcOptions> oidc = Optional.empty();
    private Optional<CertificateName> certificates = Optional.empty();
    private @Nullable AccessRules rules;
    private @Nullable Duration remember;
    private int freeFailures;
    private @Nullable Duration longestWait;
    private int trackedFailures;
    private int workers;
    private int waiting;

    private Builder() {}

    public Builder passwords(Optional<Path> value) {
      passwords = value;
      return this;
    }

    public Builder tokens(Optional<Path> value) {
      tokens = value;
      return this;
    }

    public Builder oidc(Optional<OidcOptions> value) {
      oidc = value;
      return this;
    }

    public Builder certificates(Optional<CertificateName> value) {
      certificates = value;
      return this;
    }

    public Builder rules(AccessRules value) {
      rules = value;
      return this;
    }

    public Builder remember(Duration value) {
      remember = value;
      return this;
    }

    public Builder freeFailures(int value) {
      freeFailures = value;
      return this;
    }

    public Builder longestWait(Duration value) {
      longestWait = value;
      return this;
    }

    public Builder trackedFailures(int value) {
      trackedFailures = value;
      return this;
    }

    public Builder workers(int value) {
      workers = value;
      return this;
    }

    public Builder waiting(int value) {
      waiting = value;
      return this;
    }

    /**
     * Makes it.
     *
     * @throws NullPointerException if something is missing
     */
    public AuthenticationOptions build() {
      return new AuthenticationOptions(
          passwords,
          tokens,
          oidc,
          certificates,
          requireNonNull(rules, "rules"),
          requireNonNull(remember, "remember"),
          freeFailures,
          requireNonNull(longestWait, "longestWait"),
          trackedFailures,
          workers,
          waiting);
    }
  }
}
