package dev.weir.resources;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that a browser asks for on behalf of another site's page.
 *
 * <p>Some changes are plain GETs in the classic contract, so that an image on any page could ask
 * for them. Browsers say where a request comes from; other clients do not, and are let through.
 */
@Changes
public final class CrossSiteFilter implements ContainerRequestFilter {
  private static final Set<String> OURS = Set.of("same-origin", "none");

  @Override
  public void filter(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    String origin = request.getHeaderString("Origin");
    if (site != null ? !OURS.contains(site) : !isOurs(origin, request)) {
      throw new ForbiddenException(
          "A page of another site may not change anything here; call this from outside a browser or"
              + " from a page of this server.");
    }
  }

  private static boolean isOurs(@Nullable String origin, ContainerRequestContext request) {
    return origin == null || authority(origin).equalsIgnoreCase(request.getHeaderString("Host"));
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
