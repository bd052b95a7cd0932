// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import dev.weir.resources.style.ClassicStyleFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/**
 * A plain read: a GET or HEAD whose answer depends on nothing but this.
 *
 * @param acceptEncoding null if the header is missing
 * @param ifNoneMatch null if the header is missing
 */
record HotRequest(
    boolean isHead,
    HotAddress address,
    @Nullable String acceptEncoding,
    @Nullable String ifNoneMatch) {

  /** Headers that Jersey's filters look at, and that may change an answer or refuse it. */
  private static final List<String> SPECIAL =
      List.of(
          "Range",
          "If-Match",
          "If-Modified-Since",
          "If-Unmodified-Since",
          "Origin",
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto",
          ClassicStyleFilter.ACCUMULATORS,
          ClassicStyleFilter.ERRORS);

  /** The request as a plain read; null if Jersey has to answer it. */
  static @Nullable HotRequest of(Request request) {
    String host = request.getHeader(Header.Host);
    if (host == null || !isRead(request) || isSpecial(request)) {
      return null;
    }
    String query = request.getQueryString();
    String path = request.getRequestURI();
    return new HotRequest(
        request.getMethod() == Method.HEAD,
        new HotAddress(host, query == null ? path : path + "?" + query),
        joined(Header.AcceptEncoding, request),
        joined(Header.IfNoneMatch, request));
  }

  /** The value of a header that a snapshot's answer depends on; null for none. */
  @Nullable String header(String name) {
    return switch (name) {
      case HttpHeaders.ACCEPT_ENCODING -> acceptEncoding;
      case HttpHeaders.IF_NONE_MATCH -> ifNoneMatch;
      default -> null;
    };
  }

  /** A read's body, also an empty one, means nothing; whatever reads the connection skips it. */
  private static boolean isRead(Request request) {
    return request.getMethod() == Method.GET || request.getMethod() == Method.HEAD;
  }

  /** Several lines of a header are one list. */
  private static @Nullable String joined(Header header, Request request) {
    return request.getHeader(header) == null ? null : String.join(",", request.getHeaders(header));
  }

  private static boolean isSpecial(Request request) {
    for (String header : SPECIAL) {
      if (request.getHeader(header) != null) {
        return true;
      }
    }
    return false;
  }
}
