// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import java.util.Locale;

/**
 * Who asks.
 *
 * @param name as rules have it; {@code anonymous} for who has shown nothing
 * @param how by what it is known
 * @param grants what it may do
 */
public record Caller(String name, How how, Grants grants) implements Principal {
  /** By what a name is known. */
  public enum How {
    /** By nothing: no credentials were shown, or none are asked for. */
    ANONYMOUS,
    /** By a password, in HTTP Basic authentication. */
    BASIC,
    /** By a token of the file of tokens. */
    TOKEN,
    /** By a token of an OpenID provider. */
    OIDC,
    /** By the certificate of its TLS connection. */
    CERTIFICATE,
    /** By the container that the server runs in. */
    CONTAINER;

    /** As logs have it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks that all is there. */
  public Caller {
    requireNonNull(name, "name");
    requireNonNull(how, "how");
    requireNonNull(grants, "grants");
  }

  /** Who has shown nothing. */
  public static Caller anonymous(Grants grants) {
    return new Caller("anonymous", How.ANONYMOUS, grants);
  }

  /** Whether it has said who it is. */
  public boolean isKnown() {
    return how != How.ANONYMOUS;
  }

  @Override
  public String getName() {
    return name;
  }
}
