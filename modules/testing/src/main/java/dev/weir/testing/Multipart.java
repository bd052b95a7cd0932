// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with one file, as browsers and curl send it (RFC 7578). */
public final class Multipart {
  private static final String BOUNDARY = "weir-testing-7MA4YWxkTrZu0gW";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** The header that goes with the body. */
  public static String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  /**
   * Adds a file.
   *
   * @param fileName sent as it is, without escaping, so that it may be hostile
   */
  public Multipart file(String field, String fileName, String contentType, byte[] content) {
    write("--" + BOUNDARY + "\r\n");
    write(
        "Content-Disposition: form-data; name=\""
            + field
            + "\"; filename=\""
            + fileName
            + "\"\r\n");
    write("Content-Type: " + contentType + "\r\n\r\n");
    bytes.writeBytes(content);
    write("\r\n");
    return this;
  }

  /** Adds a field that is not a file. */
  public Multipart field(String name, String value) {
    write("--" + BOUNDARY + "\r\n");
    write("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    return this;
  }

  /** The body with its closing boundary. */
  public byte[] body() {
    ByteArrayOutputStream closed = new ByteArrayOutputStream();
    closed.writeBytes(bytes.toByteArray());
    closed.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return closed.toByteArray();
  }

  /** The body as far as it goes when the sender gives up before the closing boundary. */
  public byte[] truncatedBody() {
    byte[] all = bytes.toByteArray();
    byte[] half = new byte[all.length * 2 / 3];
    System.arraycopy(all, 0, half, 0, half.length);
    return half;
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
