// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.http2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * The client's side of a connection of HTTP/2 that does nothing by itself: it sends what it is
 * given and shows every frame that comes.
 */
public final class Http2Connection implements AutoCloseable {
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final int HEAD = 9;
  private static final int MOST_SEEN = 100;

  private final Socket socket;
  private final String scheme;
  private final InputStream in;
  private final Queue<Frame> seen = new ArrayDeque<>();
  private final Map<Integer, Integer> settings = new HashMap<>();

  /**
   * Speaks HTTP/2 over a socket.
   *
   * @param socket with a timeout for reading, after which a wait for a frame fails
   * @param scheme {@code http} or {@code https}, as it goes into requests
   */
  public Http2Connection(Socket socket, String scheme) throws IOException {
    this.socket = socket;
    this.scheme = scheme;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** The bytes that a client begins with, before its SETTINGS. */
  public static byte[] preface() {
    return PREFACE.getBytes(US_ASCII);
  }

  /** Sends the preface and SETTINGS. */
  public Http2Connection begin(int... idsAndValues) {
    byte[] settings = Frame.settings(idsAndValues).bytes();
    byte[] both = Arrays.copyOf(preface(), PREFACE.length() + settings.length);
    System.arraycopy(settings, 0, both, PREFACE.length(), settings.length);
    send(both);
    return this;
  }

  /** Begins, and waits until both sides know each other's SETTINGS. */
  public Http2Connection handshake(int... idsAndValues) {
    begin(idsAndValues);
    await(frame -> frame.is(Frame.SETTINGS, Frame.ACK));
    send(Frame.settingsAck());
    return this;
  }

  /** The headers of a request to {@code localhost} over this connection. */
  public HeaderBlock request(String method, String path) {
    return HeaderBlock.request(scheme, method, path);
  }

  /**
   * Sends frames at once.
   *
   * @return whether the server still takes them
   */
  public boolean send(Frame... frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Frame frame : frames) {
      all.writeBytes(frame.bytes());
    }
    return send(all.toByteArray());
  }

  /** Sends bytes that need not be frames; whether the server still takes them. */
  public boolean send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The next frame; empty if the server has closed the connection.
   *
   * @throws IllegalStateException if nothing comes in time
   */
  public Optional<Frame> next() {
    try {
      byte[] head = in.readNBytes(HEAD);
      if (head.length < HEAD) {
        return Optional.empty();
      }
      ByteBuffer fields = ByteBuffer.wrap(head);
      int length = ((fields.getShort() & 0xFFFF) << 8) | (fields.get() & 0xFF);
      int type = fields.get() & 0xFF;
      int flags = fields.get() & 0xFF;
      Frame frame = new Frame(type, flags, fields.getInt(), in.readNBytes(length));
      note(frame);
      return Optional.of(frame);
    } catch (SocketTimeoutException e) {
      throw new IllegalStateException("Nothing comes after " + seen, e);
    } catch (IOException e) {
      // Closed with what was not read, which is a reset, or in the middle of TLS.
      return Optional.empty();
    }
  }

  private void note(Frame frame) {
    seen.add(frame);
    if (seen.size() > MOST_SEEN) {
      seen.remove();
    }
    if (frame.is(Frame.SETTINGS, 0)) {
      ByteBuffer values = ByteBuffer.wrap(frame.payload());
      while (values.remaining() >= 6) {
        settings.put((int) values.getShort(), values.getInt());
      }
    }
  }

  /**
   * Reads until a frame is as wanted.
   *
   * @return that frame; empty if the server closes the connection before
   */
  public Optional<Frame> await(Predicate<Frame> wanted) {
    while (true) {
      Optional<Frame> next = next();
      if (next.isEmpty() || wanted.test(next.get())) {
        return next;
      }
    }
  }

  /** What the server has set, by the id of the setting. */
  public Map<Integer, Integer> settings() {
    return Map.copyOf(settings);
  }

  /** The last frames that have been read. */
  public List<Frame> seen() {
    return List.copyOf(seen);
  }

  /** Says that no more will be sent. */
  public void finish() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
