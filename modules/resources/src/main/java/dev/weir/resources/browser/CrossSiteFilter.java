// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.browser;

import dev.weir.model.ProblemKind;
import dev.weir.resources.change.Changes;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.ProblemException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rejects changes that a browser requests for a page of another site.
 *
 * <p>Some changes are plain GETs in the classic contract, so an image on any page could request
 * them. Browsers declare where a request comes from. Other clients do not, and are let through.
 */
@Changes
@Priority(FilterOrder.ORDINARY)
public final class CrossSiteFilter implements ContainerRequestFilter {
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final BrowserPolicy policy;

  @Inject
  public CrossSiteFilter(BrowserPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    String origin = request.getHeaderString("Origin");
    if (policy.mayChange(origin)) {
      return;
    }
    if (site != null ? !OURS.contains(site) : !isOurs(origin, request)) {
      throw new ProblemException(
          ProblemKind.CROSS_SITE_REQUEST,
          "A page of another site may not change anything here; call this from outside a browser,"
              + " from a page of this server, or from one of an origin in weir.cors.allow-origin.");
    }
  }

  private static boolean isOurs(@Nullable String origin, ContainerRequestContext request) {
    String host = request.getHeaderString("Host");
    // Behind a proxy, the base has the authority that clients use for this server.
    String base = request.getUriInfo().getBaseUri().getRawAuthority();
    return origin == null
        || authority(origin).equalsIgnoreCase(host)
        || authority(origin).equalsIgnoreCase(base);
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
