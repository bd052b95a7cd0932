// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.HeaderBlock;
import dev.weir.testing.http2.Http2Connection;
import java.util.Locale;
import java.util.Map;

/**
 * A request without a body.
 *
 * @param headers without {@code Host}
 */
record Request(String method, String path, Map<String, String> headers) {
  static Request get(String path) {
    return new Request("GET", path, Map.of());
  }

  /** Its text in HTTP/1.1. */
  byte[] text() {
    StringBuilder text =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return text.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  /** Its frame in HTTP/2. */
  Frame frame(Http2Connection connection, int stream) {
    HeaderBlock block = connection.request(method, path);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      block = block.with(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
    }
    return Frame.headers(stream, true, block);
  }
}
