// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.browser;

import dev.weir.resources.style.ClassicStyleFilter;
import dev.weir.resources.wire.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the configured origins read answers and send preflight requests. The browser's own
 * credentials are never allowed: a page has to send its credentials itself.
 */
@Priority(FilterOrder.ORDINARY)
public final class CorsFilter implements ContainerResponseFilter {
  private static final String REQUESTED_METHOD = "Access-Control-Request-Method";
  private static final String EXPOSED =
      "Accept-Ranges, Age, Content-Range, ETag, Location, Retry-After, Weir-Freshness";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> UNDERSTOOD = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    UNDERSTOOD.addAll(
        List.of("Accept", "Authorization", "Content-Type", "If-Modified-Since", "If-None-Match"));
    UNDERSTOOD.addAll(List.of("Range", ClassicStyleFilter.ERRORS, ClassicStyleFilter.ACCUMULATORS));
  }

  private final BrowserPolicy policy;

  @Inject
  public CorsFilter(BrowserPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    if (policy.differsByOrigin()) {
      headers.add(HttpHeaders.VARY, "Origin");
    }
    String origin = request.getHeaderString("Origin");
    String allowed = policy.mayRead(origin);
    if (allowed == null) {
      return;
    }
    headers.putSingle("Access-Control-Allow-Origin", allowed);
    headers.putSingle("Access-Control-Expose-Headers", EXPOSED);
    if (request.getMethod().equals("OPTIONS")
        && request.getHeaderString(REQUESTED_METHOD) != null) {
      String allow = response.getHeaderString(HttpHeaders.ALLOW);
      headers.putSingle("Access-Control-Allow-Methods", methods(allow, policy.mayChange(origin)));
      String understood = understood(request.getHeaderString("Access-Control-Request-Headers"));
      if (!understood.isEmpty()) {
        headers.putSingle("Access-Control-Allow-Headers", understood);
      }
      headers.putSingle("Access-Control-Max-Age", "600");
    }
  }

  /** The methods of the address; only reading ones, unless the origin may change something. */
  private static String methods(@Nullable String allow, boolean changes) {
    return names(allow).stream()
        .filter(method -> changes || READING.contains(method))
        .collect(Collectors.joining(", "));
  }

  private static String understood(@Nullable String requested) {
    return names(requested).stream().filter(UNDERSTOOD::contains).collect(Collectors.joining(", "));
  }

  private static List<String> names(@Nullable String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
  }
}
