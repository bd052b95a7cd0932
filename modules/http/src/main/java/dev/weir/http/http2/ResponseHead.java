// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Locale;
import java.util.Set;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.MimeHeaders;

/** The head of an answer in HTTP/2's form. */
final class ResponseHead {
  /** Headers of a connection, which a stream must not have. */
  private static final Set<String> OF_CONNECTIONS =
      Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

  private static final String CONTENT_TYPE = "content-type";
  private static final String CONTENT_LENGTH = "content-length";

  private ResponseHead() {}

  static Http2Headers of(HttpResponsePacket response) {
    MimeHeaders given = response.getHeaders();
    // The server's own headers need no validation.
    Http2Headers headers = new DefaultHttp2Headers(false, given.size() + 3);
    headers.status(Integer.toString(response.getStatus()));
    boolean body = hasBody(response.getStatus());
    for (int i = 0; i < given.size(); i++) {
      String name = given.getName(i).toString().toLowerCase(Locale.ROOT);
      boolean ofBody = name.equals(CONTENT_TYPE) || name.equals(CONTENT_LENGTH);
      if (!OF_CONNECTIONS.contains(name) && (body || !ofBody)) {
        headers.add(name, given.getValue(i).toString());
      }
    }
    if (body && response.getContentType() != null) {
      headers.set(CONTENT_TYPE, response.getContentType());
    }
    if (body && response.getContentLength() >= 0) {
      headers.set(CONTENT_LENGTH, Long.toString(response.getContentLength()));
    }
    return headers;
  }

  /** Whether an answer with this status has a body, or would have one for GET. */
  static boolean hasBody(int status) {
    return status >= 200 && status != 204 && status != 205 && status != 304;
  }
}
