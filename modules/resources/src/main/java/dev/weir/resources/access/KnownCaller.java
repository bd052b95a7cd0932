// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import dev.weir.model.clusters.ClusterName;
import dev.weir.security.Access;
import dev.weir.security.AccessLevel;
import dev.weir.security.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The caller of a request as a JAX-RS security context.
 *
 * @param caller the caller
 * @param secure whether the connection is encrypted
 */
public record KnownCaller(Caller caller, boolean secure) implements SecurityContext {
  /** The caller of a request that has passed {@link AuthenticationFilter}. */
  public static Caller of(SecurityContext context) {
    if (context.getUserPrincipal() instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("A request has passed the authentication without a caller.");
  }

  /** The clusters that the caller of a request may view. */
  public static Predicate<ClusterName> visible(SecurityContext context) {
    Caller caller = of(context);
    return cluster -> Access.refusal(caller, cluster, AccessLevel.VIEW).isEmpty();
  }

  @Override
  public Caller getUserPrincipal() {
    return caller;
  }

  /** Access levels are roles. The caller has each role that its grants allow on some cluster. */
  @Override
  public boolean isUserInRole(String role) {
    return AccessLevel.ofLabel(role).filter(caller.grants()::allowSomewhere).isPresent();
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getAuthenticationScheme() {
    return caller.how().label().toUpperCase(Locale.ROOT);
  }
}
