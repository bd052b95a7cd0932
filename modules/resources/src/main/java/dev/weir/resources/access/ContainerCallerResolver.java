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
 * Callers as the container knows them: the highest level that is one of the caller's roles counts,
 * on every cluster.
 */
public final class ContainerCallerResolver implements CallerResolver {
  /** Knows nobody itself. */
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
    // Whoever is not known to the container is let through to here only by its configuration.
    return List.of("Basic realm=\"Weir\", charset=\"UTF-8\"");
  }
}
