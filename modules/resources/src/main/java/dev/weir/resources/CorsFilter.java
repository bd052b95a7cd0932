package dev.weir.resources;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;

/** Lets pages of the configured origin read answers, and no page where there is none. */
public final class CorsFilter implements ContainerResponseFilter {
  private final String allowed;

  /** With the origin, or {@code *}, or nothing. */
  @Inject
  public CorsFilter(@Named("cors-allow-origin") String allowed) {
    this.allowed = allowed;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (allowed.isEmpty()) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("Access-Control-Allow-Origin", allowed);
    headers.putSingle("Access-Control-Expose-Headers", "Age, ETag, Weir-Freshness");
    if (request.getMethod().equals("OPTIONS")) {
      headers.putSingle("Access-Control-Allow-Methods", response.getHeaderString("Allow"));
      headers.putSingle("Access-Control-Max-Age", "600");
    }
  }
}
