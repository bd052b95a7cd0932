// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.browser;

import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.ClusterHosts;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.ProblemException;
import dev.weir.resources.wire.SkippedByHotAnswers;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Rejects requests for host names that are not this server's. Otherwise a page could point its own
 * name at this machine, and would then have the same origin (DNS rebinding).
 */
@PreMatching
@Priority(FilterOrder.HOST)
@SkippedByHotAnswers
public final class HostFilter implements ContainerRequestFilter {
  private final BrowserPolicy policy;

  @Inject
  public HostFilter(BrowserPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    // The host as the client sees it, if a trusted proxy forwards it.
    String host = request.getUriInfo().getBaseUri().getRawAuthority();
    if (host != null && !policy.isOurs(host)) {
      throw new ProblemException(
          ProblemKind.UNKNOWN_HOST,
          "This server is not called "
              + Printable.of(ClusterHosts.host(host))
              + "; weir.http.hosts lists the names that it is called by.");
    }
  }
}
