// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/**
 * A hot answer to one request.
 *
 * @param headers all but {@code Date}
 * @param body empty for none
 * @param until when {@code Age} or {@code Weir-Freshness} next changes
 */
record HotReply(int status, Map<String, String> headers, ByteBuffer body, Instant until) {

  /** Sends the answer through Grizzly, which writes the head. */
  void send(Response response) throws IOException {
    response.setStatus(status);
    headers.forEach(response::setHeader);
    if (body.hasRemaining()) {
      response.getOutputBuffer().writeBuffer(Buffers.wrap(null, body.duplicate()));
    }
  }

  /** The head as Grizzly would write it on a connection that stays open. */
  byte[] head() {
    StringBuilder head = new StringBuilder(512).append("HTTP/1.1 ").append(status).append(' ');
    head.append(HttpStatus.getHttpStatus(status).getReasonPhrase()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Date: ").append(FastHttpDateFormat.getCurrentDate()).append("\r\n\r\n");
    return head.toString().getBytes(ISO_8859_1);
  }
}
