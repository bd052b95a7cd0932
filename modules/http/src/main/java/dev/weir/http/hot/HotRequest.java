// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import dev.weir.resources.style.ClassicStyleFilter;
import java.util.List;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/**
 * A request that a hot answer may be for, as far as that depends on it.
 *
 * @param address path and query, as they were sent
 * @param host the header {@code Host}; null for none, as the others
 */
public record HotRequest(
    boolean isHead,
    String address,
    @Nullable String host,
    @Nullable String acceptEncoding,
    @Nullable String ifNoneMatch) {

  /** What may make a difference to an answer, or to whether there is one. */
  private static final List<Header> SPECIAL =
      List.of(Header.Range, Header.IfMatch, Header.IfModifiedSince, Header.IfUnmodifiedSince);

  private static final List<String> SPECIAL_TOO =
      List.of(
          "Origin",
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto",
          ClassicStyleFilter.ACCUMULATORS,
          ClassicStyleFilter.ERRORS);

  /** Null for a request that there is more to. */
  public static @Nullable HotRequest of(Request request) {
    if (!isRead(request) || hasOneOf(SPECIAL, request)) {
      return null;
    }
    for (String special : SPECIAL_TOO) {
      if (request.getHeader(special) != null) {
        return null;
      }
    }
    String query = request.getQueryString();
    String path = request.getRequestURI();
    return new HotRequest(
        request.getMethod() == Method.HEAD,
        query == null ? path : path + "?" + query,
        request.getHeader(Header.Host),
        joined(Header.AcceptEncoding, request),
        joined(Header.IfNoneMatch, request));
  }

  /** A body of theirs means nothing, and is passed over by whatever reads the connection. */
  private static boolean isRead(Request request) {
    return request.getMethod() == Method.GET || request.getMethod() == Method.HEAD;
  }

  /** Several lines of a header are one list. */
  private static @Nullable String joined(Header header, Request request) {
    return request.getHeader(header) == null ? null : String.join(",", request.getHeaders(header));
  }

  private static boolean hasOneOf(List<Header> headers, Request request) {
    for (Header header : headers) {
      if (request.getHeader(header) != null) {
        return true;
      }
    }
    return false;
  }
}
