// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * An answer as it came.
 *
 * @param status 0 if the server has closed instead
 * @param head status line and headers; empty over HTTP/2
 * @param content the body as text, whether it was compressed or not
 * @param compressed whether it was
 */
record HttpAnswer(int status, String head, String content, boolean compressed) {
  private static final HttpAnswer CLOSED = new HttpAnswer(0, "", "", false);
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");
  private static final int NOT_MODIFIED = 304;
  private static final int GZIP = 0x1F;

  /** Of a body that may be compressed. */
  static HttpAnswer of(int status, String head, byte[] body) throws IOException {
    boolean compressed = body.length > 1 && body[0] == GZIP && (body[1] & 0xFF) == 0x8B;
    byte[] plain =
        compressed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
    return new HttpAnswer(status, head, new String(plain, UTF_8), compressed);
  }

  /** The next one of a connection of HTTP/1.1, whose bodies have a length or chunks. */
  static HttpAnswer next(InputStream in, boolean toHead) throws IOException {
    Optional<String> read = head(in);
    if (read.isEmpty()) {
      return CLOSED;
    }
    String head = read.orElseThrow();
    Matcher status = STATUS.matcher(head);
    if (!status.lookingAt()) {
      throw new IOException("No answer: " + head);
    }
    int code = Integer.parseInt(status.group(1));
    Matcher length = LENGTH.matcher(head);
    if (toHead || code == NOT_MODIFIED) {
      return of(code, head, new byte[0]);
    }
    return of(
        code, head, length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : chunks(in));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(in), 16);
      body.writeBytes(in.readNBytes(size));
      line(in);
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("Closed after " + line);
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static Optional<String> head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 4) {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      head.write(next);
      ends = next == "\r\n\r\n".charAt(ends) ? ends + 1 : next == '\r' ? 1 : 0;
    }
    return Optional.of(head.toString(ISO_8859_1));
  }

  /** Whether nothing may follow it. */
  boolean isLast() {
    return status == 0 || head.contains("\r\nConnection: close\r\n");
  }
}
