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
 * What a hot answer is for one request.
 *
 * @param headers all but {@code Date}
 * @param body empty where there is none
 * @param until from when on its age or its freshness is another
 */
public record HotReply(int status, Map<String, String> headers, ByteBuffer body, Instant until) {

  /** By way of Grizzly, which writes the head. */
  public void send(Response response) throws IOException {
    response.setStatus(status);
    headers.forEach(response::setHeader);
    if (body.hasRemaining()) {
      response.getOutputBuffer().writeBuffer(Buffers.wrap(null, body.duplicate()));
    }
  }

  /** What Grizzly would write before the body to those who stay connected. */
  byte[] head() {
    StringBuilder head = new StringBuilder(512).append("HTTP/1.1 ").append(status).append(' ');
    head.append(HttpStatus.getHttpStatus(status).getReasonPhrase()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Date: ").append(FastHttpDateFormat.getCurrentDate()).append("\r\n\r\n");
    return head.toString().getBytes(ISO_8859_1);
  }
}
