// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import dev.weir.security.AccessLevel;
import dev.weir.security.Caller;
import dev.weir.security.Caller.How;
import dev.weir.security.Grants;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Callers as the container has authenticated them. The highest access level among a caller's roles
 * applies to every cluster.
 */
public final class ContainerCallerResolver implements CallerResolver {
  public ContainerCallerResolver() {}

  @Override
  public Caller of(ContainerRequestContext request) {
    SecurityContext context = request.getSecurityContext();
    if (context == null || context.getUserPrincipal() == null) {
      return Caller.anonymous(Grants.NOTHING);
    }
    Grants grants =
        new Grants(
            Arrays.stream(AccessLevel.values())
                .filter(level -> context.isUserInRole(level.label()))
                .max(AccessLevel::compareTo),
            Map.of());
    return new Caller(context.getUserPrincipal().getName(), How.CONTAINER, grants);
  }

  @Override
  public List<String> challenges() {
    // The container lets unauthenticated callers pass only if its configuration allows it.
    return List.of("Basic realm=\"Weir\", charset=\"UTF-8\"");
  }
}
