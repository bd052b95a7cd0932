// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection of HTTP/1.1 of which every byte is seen. */
public final class Wire implements AutoCloseable {
  private static final int DEADLINE_MILLIS = 60_000;
  private static final int NOT_MODIFIED = 304;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");

  private final Socket socket;
  private final InputStream in;

  /**
   * An answer as far as its length is announced.
   *
   * @param head its status line and headers, with the empty line
   */
  public record Received(int status, String head, String body) {}

  /** Connects. */
  public Wire(URI base) throws IOException {
    socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout(DEADLINE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a request without a body; each of the headers ends with its line. */
  public void send(String method, String path, String headers) {
    send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
  }

  /** Sends what is given, at once. */
  public void send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one answer. */
  public Received receive() throws IOException {
    String head = head();
    Matcher status = STATUS.matcher(head);
    if (!status.lookingAt()) {
      throw new IOException("No status: " + head);
    }
    int code = Integer.parseInt(status.group(1));
    if (code == NOT_MODIFIED) {
      return new Received(code, head, "");
    }
    return new Received(code, head, body(head));
  }

  /** Reads the body that a head announces. */
  public String body(String head) throws IOException {
    Matcher length = LENGTH.matcher(head);
    if (!length.find()) {
      throw new IOException("No length: " + head);
    }
    return new String(in.readNBytes(Integer.parseInt(length.group(1))), UTF_8);
  }

  /** Reads until the server closes the connection. */
  public byte[] rest() throws IOException {
    return in.readAllBytes();
  }

  /** Reads one answer to {@code HEAD}. */
  public String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("The server has closed after: " + head.toString(US_ASCII));
      }
      head.write(next);
    }
    return head.toString(US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
