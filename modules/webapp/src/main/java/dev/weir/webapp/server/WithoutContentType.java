// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

import dev.weir.resources.wire.ContentTypeFilter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Hides the malformed content type of a request. Jersey's servlet would reject it with the
 * container's own answer, before {@link ContentTypeFilter} sees whether the type matters.
 */
final class WithoutContentType extends HttpServletRequestWrapper {
  private static final String CONTENT_TYPE = "Content-Type";

  private WithoutContentType(HttpServletRequest request) {
    super(request);
  }

  /** The request itself, unless its content type is malformed. */
  static ServletRequest ifMalformed(ServletRequest given) {
    if (!(given instanceof HttpServletRequest request)) {
      return given;
    }
    String type = request.getHeader(CONTENT_TYPE);
    if (type == null || ContentTypeFilter.isOne(type)) {
      return request;
    }
    request.setAttribute(ContentTypeFilter.MALFORMED, type);
    return new WithoutContentType(request);
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return name.equalsIgnoreCase(CONTENT_TYPE) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase(CONTENT_TYPE)
        ? Collections.emptyEnumeration()
        : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(
        Collections.list(super.getHeaderNames()).stream()
            .filter(name -> !name.equalsIgnoreCase(CONTENT_TYPE))
            .toList());
  }
}
