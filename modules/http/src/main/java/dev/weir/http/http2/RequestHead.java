// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import static io.netty.handler.codec.http2.Http2Error.PROTOCOL_ERROR;

import dev.weir.http.limits.Letters;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request (RFC 9113, section 8). Netty has checked names and required headers.
 *
 * @param path the path as sent; characters that no address may have are percent-encoded
 * @param query the query, encoded like the path; null for none
 * @param host the authority; null if the client names none
 * @param fields all other headers, in order
 * @param contentLength in bytes; -1 if the client declares none
 */
record RequestHead(
    String method,
    String path,
    @Nullable String query,
    @Nullable String host,
    List<Map.Entry<String, String>> fields,
    long contentLength) {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+");

  /**
   * Reads the headers of a stream.
   *
   * @throws Http2Exception of the stream, if the headers are malformed or too many
   */
  static RequestHead of(int stream, Http2Headers headers) throws Http2Exception {
    if (headers.size() > Letters.MAX_FIELDS) {
      throw Http2Exception.headerListSizeError(
          stream, PROTOCOL_ERROR, true, "More than %d headers", Letters.MAX_FIELDS);
    }
    for (Http2Headers.PseudoHeaderName name : Http2Headers.PseudoHeaderName.values()) {
      require(stream, headers.getAll(name.value()).size() <= 1, "a pseudo-header comes twice");
    }
    String method = String.valueOf(headers.method());
    require(stream, Letters.isToken(method), "the method is no token");
    // CONNECT has no path; it is answered like any other method that is not served.
    String target = headers.path() == null ? "/" : headers.path().toString();
    boolean ofServer = target.equals("*") && method.equals("OPTIONS");
    require(stream, target.startsWith("/") || ofServer, "the path is not absolute");
    require(
        stream,
        headers.scheme() == null || SCHEME.matcher(headers.scheme()).matches(),
        "the scheme is malformed");
    String encoded =
        Letters.address(target)
            .orElseThrow(() -> malformed(stream, "the path has a letter that no path has"));
    int question = encoded.indexOf('?');
    return new RequestHead(
        method,
        question < 0 ? encoded : encoded.substring(0, question),
        question < 0 ? null : encoded.substring(question + 1),
        host(stream, headers),
        fields(stream, headers),
        headers.getLong("content-length", -1));
  }

  private static void require(int stream, boolean right, String otherwise) throws Http2Exception {
    if (!right) {
      throw malformed(stream, otherwise);
    }
  }

  private static Http2Exception malformed(int stream, String why) {
    return Http2Exception.streamError(stream, PROTOCOL_ERROR, "Malformed request: %s", why);
  }

  private static @Nullable String host(int stream, Http2Headers headers) throws Http2Exception {
    List<CharSequence> hosts = headers.getAll("host");
    require(stream, hosts.size() <= 1, "there are several hosts");
    String host = hosts.isEmpty() ? null : hosts.get(0).toString();
    CharSequence authority = headers.authority();
    require(
        stream,
        host == null || authority == null || host.equalsIgnoreCase(authority.toString()),
        "the host is not the authority");
    return authority == null ? host : authority.toString();
  }

  private static List<Map.Entry<String, String>> fields(int stream, Http2Headers headers)
      throws Http2Exception {
    List<Map.Entry<String, String>> fields = new ArrayList<>(headers.size());
    StringBuilder cookies = new StringBuilder();
    for (Map.Entry<CharSequence, CharSequence> header : headers) {
      String name = header.getKey().toString();
      String value = header.getValue().toString();
      require(stream, isValue(value), "a header has a letter that no value has");
      if (name.equals("cookie")) {
        cookies.append(cookies.isEmpty() ? "" : "; ").append(value);
      } else if (!name.startsWith(":") && !name.equals("host")) {
        fields.add(Map.entry(name, value));
      }
    }
    if (!cookies.isEmpty()) {
      fields.add(Map.entry("cookie", cookies.toString()));
    }
    return fields;
  }

  private static boolean isValue(String value) {
    boolean trimmed =
        value.isEmpty()
            || !(Letters.isBlank(value.charAt(0))
                || Letters.isBlank(value.charAt(value.length() - 1)));
    return trimmed && Letters.isValue(value);
  }
}
