// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.proxy;

import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.resources.proxy.TrustedProxies.Original;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.ProblemException;
import dev.weir.resources.wire.SkippedByHotAnswers;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Gives a request the address that its client used, if a trusted proxy forwards it. Links then lead
 * back through the proxy.
 */
@PreMatching
@Priority(FilterOrder.FORWARDED)
@SkippedByHotAnswers
public final class ForwardedFilter implements ContainerRequestFilter {
  /**
   * Request property with the address of the connection's peer, as text. The HTTP layer sets it;
   * without it no proxy is trusted.
   */
  public static final String PEER = "dev.weir.resources.peer";

  private static final String CLIENT = ForwardedFilter.class.getName() + ".client";

  private final TrustedProxies proxies;

  @Inject
  public ForwardedFilter(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /** The address of the client, once this filter has run; null if it is not known. */
  public static @Nullable String client(ContainerRequestContext request) {
    return (String) request.getProperty(CLIENT);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(PEER) instanceof String peer) {
      Original original = proxies.of(peer, request::getHeaderString);
      request.setProperty(CLIENT, original.client());
      if (original.scheme() != null
          || original.authority() != null
          || !original.prefix().isEmpty()) {
        rebase(request, original);
      }
    }
  }

  private static void rebase(ContainerRequestContext request, Original original) {
    URI base = request.getUriInfo().getBaseUri();
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    String below =
        request.getUriInfo().getPath(false).replaceFirst("^/", "")
            + (query == null ? "" : "?" + query);
    String scheme = original.scheme() == null ? base.getScheme() : original.scheme();
    String authority = original.authority() == null ? base.getRawAuthority() : original.authority();
    try {
      URI outside = URI.create(scheme + "://" + authority + original.prefix() + base.getRawPath());
      request.setRequestUri(outside, URI.create(outside + below));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemKind.MALFORMED_REQUEST,
          "The headers of the proxy make no address: '" + Printable.of(authority) + "'.",
          e);
    }
  }
}
