// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.weir.testing.Answer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends what it is told and nothing else, by a version of HTTP/1. */
final class PlainSocket implements Way {
  private static final int DEADLINE_MILLIS = 30_000;

  private final String version;
  private final List<Field> habits;

  /**
   * A client.
   *
   * @param version such as {@code HTTP/1.1}
   * @param habits what it sends where it is told nothing else
   */
  PlainSocket(String version, List<Field> habits) {
    this.version = requireNonNull(version);
    this.habits = List.copyOf(habits);
  }

  @Override
  public boolean takes(WayRequest request) {
    return !version.equals("HTTP/1.0") || request.header("Expect").isEmpty();
  }

  @Override
  public List<Answer> send(URI server, List<WayRequest> requests) throws IOException {
    List<Answer> answers = new ArrayList<>();
    Socket socket = null;
    try {
      InputStream in = InputStream.nullInputStream();
      for (WayRequest request : requests) {
        if (socket == null) {
          socket = new Socket(server.getHost(), server.getPort());
          socket.setSoTimeout(DEADLINE_MILLIS);
          in = new BufferedInputStream(socket.getInputStream());
        }
        socket.getOutputStream().write(bytes(server, request));
        Answer answer = answer(request, in);
        answers.add(answer);
        if (!staysOpen(answer)) {
          socket.close();
          socket = null;
        }
      }
    } finally {
      if (socket != null) {
        socket.close();
      }
    }
    return answers;
  }

  private byte[] bytes(URI server, WayRequest request) {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.target()).append(' ');
    head.append(version).append("\r\nHost: ").append(server.getAuthority()).append("\r\n");
    for (Field habit : habits) {
      if (request.header(habit.name()).isEmpty()) {
        append(head, habit);
      }
    }
    request.fields().forEach(field -> append(head, field));
    byte[] body = (request.body() == null ? "" : request.body()).getBytes(UTF_8);
    if (request.body() != null) {
      append(head, new Field("Content-Length", Integer.toString(body.length)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private static void append(StringBuilder head, Field field) {
    head.append(field.name()).append(": ").append(field.value()).append("\r\n");
  }

  private boolean staysOpen(Answer answer) {
    String connection = answer.header("Connection").orElse("");
    return version.equals("HTTP/1.1") && !connection.equalsIgnoreCase("close");
  }

  private static Answer answer(WayRequest request, InputStream in) throws IOException {
    int status;
    Map<String, List<String>> headers;
    do {
      status = Integer.parseInt(line(in).split(" ", 3)[1]);
      headers = headers(in);
    } while (status < 200);
    boolean hasBody = !request.method().equals("HEAD") && status != 204 && status != 304;
    byte[] body = hasBody ? body(headers, in) : new byte[0];
    return new Answer(request.method() + " " + request.target(), status, headers, body);
  }

  private static Map<String, List<String>> headers(InputStream in) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] body(Map<String, List<String>> headers, InputStream in) throws IOException {
    List<String> length = headers.get("Content-Length");
    if (length != null) {
      return in.readNBytes(Integer.parseInt(length.get(0)));
    }
    return headers.containsKey("Transfer-Encoding") ? chunks(in) : in.readAllBytes();
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.writeBytes(in.readNBytes(size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("The server has closed after: " + line.toString(ISO_8859_1));
      }
      if (next == '\n') {
        return line.toString(ISO_8859_1).strip();
      }
      line.write(next);
    }
  }
}
