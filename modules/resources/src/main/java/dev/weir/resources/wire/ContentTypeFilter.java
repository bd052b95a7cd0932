// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/**
 * Rejects malformed content types before they break something. If a method takes no body, the
 * content type is dropped: a reader is not rejected for a header that does not matter.
 */
@PreMatching
@Priority(FilterOrder.ORDINARY)
@SkippedByHotAnswers
public final class ContentTypeFilter implements ContainerRequestFilter {
  /** Request property with a malformed content type, in place of its header. */
  public static final String MALFORMED = ContentTypeFilter.class.getName() + ".malformed";

  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

  @Override
  public void filter(ContainerRequestContext request) {
    if (WITHOUT_BODY.contains(request.getMethod())) {
      request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
      return;
    }
    String type =
        request.getProperty(MALFORMED) instanceof String malformed
            ? malformed
            : request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (type != null && !isOne(type)) {
      throw new ProblemException(
          ProblemKind.MALFORMED_REQUEST,
          "'" + Printable.of(type) + "' is not a content type, which is of the form a/b.");
    }
  }

  /** Whether the text is a type and a subtype, with well-formed parameters. */
  public static boolean isOne(String contentType) {
    try {
      MediaType type = MediaType.valueOf(contentType);
      return !type.isWildcardType() && !type.isWildcardSubtype();
    } catch (RuntimeException e) {
      return false;
    }
  }
}
