// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One HTTP/1.1 exchange over a plain socket; the server is expected to close it. */
final class RawExchange {
  private static final int DEADLINE_MILLIS = 30_000;

  /** The status of an exchange that the server ended without an answer. */
  private static final int NO_ANSWER = 0;

  private RawExchange() {}

  /**
   * Sends the bytes and reads until the server closes.
   *
   * @param breakOff whether to say that no more will come, however much was announced
   */
  static Answer with(URI base, String name, byte[] request, boolean breakOff) {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(DEADLINE_MILLIS);
      byte[] received = exchange(socket, request, breakOff);
      return received.length == 0
          ? new Answer(name, NO_ANSWER, Map.of(), received)
          : parse(name, received);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " failed", e);
    }
  }

  private static byte[] exchange(Socket socket, byte[] request, boolean breakOff)
      throws IOException {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      if (breakOff) {
        socket.shutdownOutput();
      }
    } catch (SocketException e) {
      // A server may refuse a request before it has read all of it; what it said is still to be
      // read.
    }
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        received.write(buffer, 0, n);
      }
    } catch (SocketException e) {
      // The reset that follows such a refusal; what came before it counts.
    }
    return received.toByteArray();
  }

  private static Answer parse(String name, byte[] received) throws IOException {
    int headEnd = indexOf(received, "\r\n\r\n", 0);
    if (headEnd < 0) {
      throw new IOException("No end of headers in: " + latin(received, 0, received.length));
    }
    List<String> lines = List.of(latin(received, 0, headEnd).split("\r\n"));
    int status = Integer.parseInt(lines.get(0).split(" ", 3)[1]);
    Map<String, List<String>> headers = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    byte[] body = Arrays.copyOfRange(received, headEnd + 4, received.length);
    boolean chunked =
        headers.getOrDefault("transfer-encoding", List.of()).stream()
            .anyMatch("chunked"::equalsIgnoreCase);
    return new Answer(name, status, headers, chunked ? withoutChunks(body) : body);
  }

  private static byte[] withoutChunks(byte[] body) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int lineEnd = indexOf(body, "\r\n", at);
      if (lineEnd < 0) {
        throw new IOException("A chunked body ends without its last chunk");
      }
      int size = Integer.parseInt(latin(body, at, lineEnd).split(";", 2)[0].strip(), 16);
      if (size == 0) {
        return content.toByteArray();
      }
      content.write(body, lineEnd + 2, size);
      at = lineEnd + 2 + size + 2;
    }
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    return latin(bytes, 0, bytes.length).indexOf(text, from);
  }

  private static String latin(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
