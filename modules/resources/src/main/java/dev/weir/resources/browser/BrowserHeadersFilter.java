// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.browser;

import dev.weir.resources.wire.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;

/** Tells browsers not to guess the type of an answer and not to embed it in other pages. */
@Priority(FilterOrder.ORDINARY)
public final class BrowserHeadersFilter implements ContainerResponseFilter {
  private static final String POLICY = "Content-Security-Policy";
  private static final String HALF_A_YEAR = "max-age=15552000";

  private final BrowserPolicy policy;

  @Inject
  public BrowserHeadersFilter(BrowserPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("Cross-Origin-Resource-Policy", "same-origin");
    headers.putSingle("Referrer-Policy", "no-referrer");
    if (!headers.containsKey(POLICY)) {
      headers.putSingle(POLICY, "default-src 'none'; frame-ancestors 'none'");
    }
    if (policy.isHttpsOnly(request.getUriInfo().getBaseUri())) {
      headers.putSingle("Strict-Transport-Security", HALF_A_YEAR);
    }
  }
}
