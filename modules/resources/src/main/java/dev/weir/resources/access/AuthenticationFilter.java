// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.SkippedByHotAnswers;
import dev.weir.security.AccessLevel;
import dev.weir.security.AuthenticationException;
import dev.weir.security.Caller;
import dev.weir.security.Grants;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Resolves the caller of every request. Public paths and CORS preflights need no credentials. */
@PreMatching
@Priority(FilterOrder.AUTHENTICATION)
@SkippedByHotAnswers
public final class AuthenticationFilter implements ContainerRequestFilter {
  private final CallerResolver callers;
  private final PublicPaths publicPaths;

  @Inject
  public AuthenticationFilter(CallerResolver callers, PublicPaths publicPaths) {
    this.callers = callers;
    this.publicPaths = publicPaths;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean secure =
        request.getSecurityContext() != null && request.getSecurityContext().isSecure();
    Caller caller =
        isPreflight(request) || publicPaths.allow(request)
            ? Caller.anonymous(Grants.NOTHING)
            : known(request);
    request.setSecurityContext(new KnownCaller(caller, secure));
  }

  /** Rejects anonymous callers who may view nothing. They must not learn what exists. */
  private Caller known(ContainerRequestContext request) {
    try {
      Caller caller = callers.of(request);
      if (!caller.isKnown()) {
        Refusals.require(caller, null, AccessLevel.VIEW, callers.challenges());
      }
      return caller;
    } catch (AuthenticationException e) {
      throw Refusals.of(e, callers.challenges());
    }
  }

  /** Whether this is a CORS preflight, which carries no credentials by its standard. */
  private static boolean isPreflight(ContainerRequestContext request) {
    return request.getMethod().equals(HttpMethod.OPTIONS)
        && request.getHeaderString("Access-Control-Request-Method") != null;
  }
}
