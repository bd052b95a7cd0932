package dev.weir.resources;

import dev.weir.model.Printable;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Refuses a content type that is none, before something trips over it. */
@PreMatching
public final class ContentTypeFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (type != null && !isOne(parsed(type))) {
      throw new BadRequestException(
          "'" + Printable.of(type) + "' is not a content type, which is of the form a/b.");
    }
  }

  private static @Nullable MediaType parsed(String type) {
    try {
      return MediaType.valueOf(type);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isOne(@Nullable MediaType type) {
    return type != null && !type.isWildcardType() && !type.isWildcardSubtype();
  }
}
