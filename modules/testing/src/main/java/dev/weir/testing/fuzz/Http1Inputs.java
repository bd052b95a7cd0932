// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.random.RandomGenerator;

/** Requests of HTTP/1.1, pipelined, with headers that are odd and bytes that are changed. */
final class Http1Inputs {
  private static final List<String> METHODS =
      List.of(
          "GET", "GET", "GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "HEAD", "POST", "POST",
          "POST", "OPTIONS", "DELETE", "PUT", "TRACE", "CONNECT", "get", "PRI", "");
  private static final List<String> PATHS =
      List.of(
          "/clusters",
          "/overview",
          "/config",
          "/jobs/zzz",
          "/nosuch",
          "/jars",
          "/jobs/00000000000000000000000000000001",
          "/openapi/",
          "/clusters/overview",
          "/",
          "*",
          "http://localhost/clusters",
          "/jobs?x=%zz",
          "//clusters",
          "/clusters/../config");
  private static final List<String> ODD_VERSIONS =
      List.of("HTTP/1.0", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "http/1.1", "");
  private static final List<String> NAMES =
      List.of(
          "If-None-Match",
          "If-Match",
          "If-Modified-Since",
          "If-Range",
          "Range",
          "Accept",
          "Accept-Encoding",
          "Accept-Language",
          "Content-Type",
          "Content-Encoding",
          "Cookie",
          "Authorization",
          "Origin",
          "Sec-Fetch-Site",
          "Connection",
          "Transfer-Encoding",
          "Content-Length",
          "Expect",
          "Upgrade",
          "HTTP2-Settings",
          "TE",
          "Trailer",
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "X-Forwarded-Host",
          "X-Forwarded-Prefix",
          "Via",
          "Max-Forwards",
          "Date",
          "User-Agent",
          "Referer",
          "Host",
          "X-HTTP-Method-Override");
  private static final List<String> VALUES =
      List.of(
          "",
          "*",
          "x",
          "\"x\"",
          "W/\"x\"",
          "\"x",
          "W/",
          "*/*;q=2",
          "text/html;q=x",
          "gzip;q=0",
          "bytes=0-",
          "bytes=9-1",
          "bytes=-0",
          "bytes=0-0,1-1",
          "bytes=99999999999999999999-",
          "chunked",
          "gzip, chunked",
          "chunked, chunked",
          "identity",
          "5",
          "0",
          "-1",
          "1e3",
          "100-continue",
          "h2c",
          "AAMAAABk",
          "close",
          "keep-alive, x",
          "trailers",
          "localhost",
          "localhost:x",
          "localhost:99999",
          "a@localhost",
          "[::1]",
          "[::",
          "null",
          "http://x",
          "Bearer x",
          "Basic x",
          "Basic Og==",
          "cross-site",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "application/json; charset=nosuch",
          "a=b; c",
          "for=\"[::1",
          "Thu, 99 Foo 2026 00:00:00 GMT",
          "en;q=0.5, *",
          "\u00e9\u00ff",
          "1, 2");

  private Http1Inputs() {}

  /** Some requests in one piece, whatever is changed in them. */
  static byte[] next(RandomGenerator random, String prefix) {
    if (random.nextInt(50) == 0) {
      return Mutations.noise(random, 1 + random.nextInt(300));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = random.nextInt(3); i >= 0; i--) {
      all.writeBytes(request(random, prefix));
    }
    return Mutations.of(random, all.toByteArray(), 3);
  }

  private static byte[] request(RandomGenerator random, String prefix) {
    StringBuilder text = new StringBuilder(Mutations.one(random, METHODS));
    text.append(' ').append(prefix).append(Mutations.one(random, PATHS));
    text.append(' ').append(version(random)).append("\r\n");
    if (random.nextInt(20) > 0) {
      text.append("Host: localhost\r\n");
    }
    headers(random, text);
    switch (random.nextInt(6)) {
      case 0 -> text.append("Content-Length: 5\r\n\r\nhello");
      case 1 -> text.append("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
      case 2 ->
          text.append("Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n");
      default -> text.append("\r\n");
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  /** Most are right, since what follows another one is not read. */
  private static String version(RandomGenerator random) {
    return random.nextInt(8) > 0 ? "HTTP/1.1" : Mutations.one(random, ODD_VERSIONS);
  }

  private static void headers(RandomGenerator random, StringBuilder text) {
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(Mutations.one(random, NAMES)).append(": ");
      text.append(Mutations.one(random, VALUES)).append("\r\n");
    }
  }
}
