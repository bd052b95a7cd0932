// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Authentication methods and access rules. An empty method is not offered.
 *
 * @param passwords file of users and password hashes, for HTTP Basic
 * @param tokens file of token hashes
 * @param oidc OpenID provider whose tokens are accepted
 * @param certificates part of a client certificate that names the caller
 * @param rules access rules
 * @param remember how long verified credentials are cached
 * @param freeFailures failures in a row without a lockout
 * @param longestWait maximum lockout
 * @param trackedFailures maximum number of failure counters
 * @param workers number of threads that verify credentials
 * @param waiting maximum number of verifications that wait for a thread
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
  public AuthenticationOptions {
    requireNonNull(passwords, "passwords");
    requireNonNull(tokens, "tokens");
    requireNonNull(oidc, "oidc");
    requireNonNull(certificates, "certificates");
    requireNonNull(rules, "rules");
    requireNonNull(remember, "remember");
    requireNonNull(longestWait, "longestWait");
  }

  /** Whether any authentication method is configured. */
  public boolean offersSomething() {
    return passwords.isPresent()
        || tokens.isPresent()
        || oidc.isPresent()
        || certificates.isPresent();
  }

  /** Returns a builder with one method per component. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builder with one method per component. */
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
     * Builds the options.
     *
     * @throws NullPointerException if the rules or a duration are missing
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
