package dev.weir.resources;

import dev.weir.model.Printable;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a content type that is none, before something trips over it. Where a method has no use
 * for a body, its type is dropped: a reader is not refused for what does not matter.
 */
@PreMatching
public final class ContentTypeFilter implements ContainerRequestFilter {
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

  @Override
  public void filter(ContainerRequestContext request) {
    if (WITHOUT_BODY.contains(request.getMethod())) {
      request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
      return;
    }
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (type != null && !isOne(parsed(type))) {
      throw new BadRequestException(
          "'" + Printable.of(type) + "' is not a content type, which is of the form a/b.");
    }
  }

  private static @Nullable MediaType parsed(String type) {
    try {
      return MediaType.valueOf(type);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static boolean isOne(@Nullable MediaType type) {
    return type != null && !type.isWildcardType() && !type.isWildcardSubtype();
  }
}
