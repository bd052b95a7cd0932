// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import java.util.Locale;

/**
 * A caller, authenticated or anonymous.
 *
 * @param name name as used in access rules; {@code anonymous} without authentication
 * @param how how the caller was authenticated
 * @param grants access levels of the caller
 */
public record Caller(String name, How how, Grants grants) implements Principal {
  /** Ways to authenticate a caller. */
  public enum How {
    /** Not authenticated: no credentials were sent, or authentication is off. */
    ANONYMOUS,
    /** By a password in HTTP Basic authentication. */
    BASIC,
    /** By a token from the token file. */
    TOKEN,
    /** By a token of an OpenID provider. */
    OIDC,
    /** By the client certificate of the TLS connection. */
    CERTIFICATE,
    /** By the servlet container that runs the server. */
    CONTAINER;

    /** The name in logs: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Caller {
    requireNonNull(name, "name");
    requireNonNull(how, "how");
    requireNonNull(grants, "grants");
  }

  /** An anonymous caller. */
  public static Caller anonymous(Grants grants) {
    return new Caller("anonymous", How.ANONYMOUS, grants);
  }

  /** Whether the caller is authenticated. */
  public boolean isKnown() {
    return how != How.ANONYMOUS;
  }

  @Override
  public String getName() {
    return name;
  }
}
