// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.weir.testing.http2.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends inputs, each over a connection of its own, and looks at what comes of them. */
final class FuzzClient {
  /** Whoever has not answered by then is told that no more comes. */
  private static final int GRACE_MILLIS = 10;

  private static final int DEADLINE_MILLIS = 30_000;

  /** All but 501 and 505, which say of what was sent that it is not supported. */
  private static final Pattern FAILURE = Pattern.compile("HTTP/1\\.\\d 50[0234][^\r\n]*");

  private final URI base;
  private final byte[] last;

  /**
   * Makes a client.
   *
   * @param document a path that is always answered
   */
  FuzzClient(URI base, String document) {
    this.base = base;
    this.last =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .formatted(document)
            .getBytes(ISO_8859_1);
  }

  /** What is wrong with the answers to an input; empty if nothing is. */
  Optional<String> complaint(FuzzInput input) {
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), DEADLINE_MILLIS);
      byte[] answer = exchange(socket, input);
      return input.isHttp2() ? inFrames(answer) : inText(answer, input);
    } catch (SocketTimeoutException e) {
      return Optional.of("is not ended when no more can come");
    } catch (IOException e) {
      // Closed with bytes that nobody read: a refusal like another.
      return Optional.empty();
    }
  }

  private byte[] exchange(Socket socket, FuzzInput input) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(input.bytes());
    all.writeBytes(input.isHttp2() ? Frame.goAway(0, 0).bytes() : last);
    socket.getOutputStream().write(all.toByteArray());
    socket.setSoTimeout(GRACE_MILLIS);
    try {
      read(socket, received);
    } catch (SocketTimeoutException e) {
      socket.shutdownOutput();
      socket.setSoTimeout(DEADLINE_MILLIS);
      read(socket, received);
    }
    return received.toByteArray();
  }

  private static void read(Socket socket, ByteArrayOutputStream received) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      received.write(buffer, 0, n);
    }
  }

  private static Optional<String> inText(byte[] answer, FuzzInput input) {
    Matcher failure = FAILURE.matcher(new String(answer, ISO_8859_1));
    if (failure.find() && !new String(input.bytes(), ISO_8859_1).contains(failure.group())) {
      return Optional.of("is answered with " + failure.group());
    }
    return Optional.empty();
  }

  private static Optional<String> inFrames(byte[] answer) {
    int at = 0;
    while (at + 9 <= answer.length) {
      int length =
          ((answer[at] & 0xFF) << 16) | ((answer[at + 1] & 0xFF) << 8) | (answer[at + 2] & 0xFF);
      int end = Math.min(answer.length, at + 9 + length);
      byte[] payload = Arrays.copyOfRange(answer, at + 9, end);
      Frame frame = new Frame(answer[at + 3] & 0xFF, answer[at + 4] & 0xFF, 0, payload);
      if (frame.status() >= 500) {
        return Optional.of("is answered with " + frame.status());
      }
      at = end;
    }
    return Optional.empty();
  }
}
