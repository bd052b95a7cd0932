// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static dev.weir.launcher.attackers.SpecCase.after;
import static dev.weir.launcher.attackers.SpecCase.refused;
import static dev.weir.testing.http2.ErrorCode.CANCEL;
import static dev.weir.testing.http2.ErrorCode.PROTOCOL_ERROR;
import static dev.weir.testing.http2.ErrorCode.REFUSED_STREAM;
import static dev.weir.testing.http2.ErrorCode.STREAM_CLOSED;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.HeaderBlock;
import java.util.ArrayList;
import java.util.List;

/** Section 5: the states of streams, their numbers and their errors. */
final class StreamCases {
  private static final byte[] SOME = "test".getBytes(US_ASCII);
  private static final HeaderBlock MORE = HeaderBlock.of("x-dummy0", "x");

  private StreamCases() {}

  static List<SpecCase> all() {
    List<SpecCase> all = new ArrayList<>();
    all.addAll(idle());
    all.addAll(halfClosed());
    all.addAll(closed());
    all.addAll(numbers());
    all.addAll(priorities());
    all.addAll(errors());
    return all;
  }

  private static List<SpecCase> idle() {
    return List.of(
        refused("5.1", "idle: DATA", Frame.data(1, true, SOME), PROTOCOL_ERROR, STREAM_CLOSED),
        refused("5.1", "idle: RST_STREAM", Frame.reset(1, CANCEL), PROTOCOL_ERROR),
        refused("5.1", "idle: WINDOW_UPDATE", Frame.windowUpdate(1, 100), PROTOCOL_ERROR),
        after(
            "5.1",
            "idle: CONTINUATION",
            c -> {
              c.send(Frame.continuation(1, true, c.request("GET", "/")));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }));
  }

  /** The client has said all; the window is closed, so that the server has not. */
  private static List<SpecCase> halfClosed() {
    return List.of(
        new SpecCase(
            "5.1",
            "half closed: DATA",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 0);
              c.send(
                  Frame.headers(1, true, c.request("GET", "/clusters")), Frame.data(1, true, SOME));
              Expect.streamError(c, STREAM_CLOSED);
            }),
        new SpecCase(
            "5.1",
            "half closed: HEADERS",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 0);
              c.send(
                  Frame.headers(1, true, c.request("GET", "/clusters")),
                  Frame.headers(1, true, MORE));
              // Netty takes them for trailers that are malformed.
              Expect.streamError(c, STREAM_CLOSED, PROTOCOL_ERROR);
            }),
        new SpecCase(
            "5.1",
            "half closed: HEADERS of another request, which are malformed as well",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 0);
              Frame headers = Frame.headers(1, true, c.request("GET", "/clusters"));
              c.send(headers, headers);
              Expect.streamError(c, STREAM_CLOSED, PROTOCOL_ERROR);
            }),
        new SpecCase(
            "5.1",
            "half closed: CONTINUATION",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 0);
              c.send(
                  Frame.headers(1, true, c.request("GET", "/clusters")),
                  Frame.continuation(1, true, MORE));
              Expect.streamError(c, STREAM_CLOSED, PROTOCOL_ERROR);
            }));
  }

  private static List<SpecCase> closed() {
    return List.of(
        after(
            "5.1",
            "closed by RST_STREAM: DATA",
            c -> {
              c.send(
                  Frame.headers(1, false, c.request("GET", "/")),
                  Frame.reset(1, CANCEL),
                  Frame.data(1, true, SOME));
              Expect.streamError(c, STREAM_CLOSED);
            }),
        after(
            "5.1",
            "closed by RST_STREAM: HEADERS",
            c -> {
              c.send(
                  Frame.headers(1, false, c.request("GET", "/")),
                  Frame.reset(1, CANCEL),
                  Frame.headers(1, true, c.request("GET", "/")));
              Expect.streamError(c, STREAM_CLOSED);
            }),
        after(
            "5.1",
            "closed by RST_STREAM: CONTINUATION",
            c -> {
              c.send(
                  Frame.headers(1, false, c.request("GET", "/")),
                  Frame.reset(1, CANCEL),
                  Frame.continuation(1, true, MORE));
              Expect.streamError(c, STREAM_CLOSED, PROTOCOL_ERROR);
            }),
        after(
            "5.1",
            "closed: DATA",
            c -> {
              c.send(Frame.headers(1, true, c.request("GET", "/")));
              Expect.end(c, 1);
              c.send(Frame.data(1, true, SOME));
              Expect.streamError(c, STREAM_CLOSED);
            }),
        after(
            "5.1",
            "closed: HEADERS",
            c -> {
              Frame headers = Frame.headers(1, true, c.request("GET", "/"));
              c.send(headers);
              Expect.end(c, 1);
              c.send(headers);
              Expect.streamError(c, STREAM_CLOSED);
            }),
        after(
            "5.1",
            "closed: CONTINUATION",
            c -> {
              c.send(Frame.headers(1, true, c.request("GET", "/")));
              Expect.end(c, 1);
              c.send(Frame.continuation(1, true, MORE));
              Expect.connectionError(c, STREAM_CLOSED, PROTOCOL_ERROR);
            }));
  }

  private static List<SpecCase> numbers() {
    return List.of(
        after(
            "5.1.1",
            "a stream with an even number",
            c -> {
              c.send(Frame.headers(2, true, c.request("GET", "/")));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        after(
            "5.1.1",
            "a stream with a smaller number than one before",
            c -> {
              c.send(
                  Frame.headers(5, true, c.request("GET", "/")),
                  Frame.headers(3, true, c.request("GET", "/")));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        new SpecCase(
            "5.1.2",
            "more streams than allowed",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 0);
              int allowed = c.settings().getOrDefault(Frame.MAX_CONCURRENT_STREAMS, 1_000);
              for (int i = 0; i <= allowed; i++) {
                c.send(Frame.headers(2 * i + 1, true, c.request("GET", "/clusters")));
              }
              Expect.streamError(c, PROTOCOL_ERROR, REFUSED_STREAM);
            }));
  }

  /** RFC 9113 no longer has this error and lets servers ignore the frame. */
  private static List<SpecCase> priorities() {
    return List.of(
        after(
            "5.3.1",
            "HEADERS of a stream that depends on itself",
            c -> {
              c.send(selfDependent(c.request("GET", "/")), Frame.ping(3));
              c.await(frame -> frame.endsStream() || frame.is(Frame.PING, Frame.ACK));
            }),
        after(
            "5.3.1",
            "PRIORITY of a stream that depends on itself",
            c -> {
              c.send(Frame.priority(1, 1), Frame.ping(4));
              Expect.pongOrClosed(c, 4);
            }));
  }

  private static Frame selfDependent(HeaderBlock block) {
    HeaderBlock withPriority =
        HeaderBlock.raw((byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 255).and(block);
    return new Frame(
        Frame.HEADERS,
        Frame.END_HEADERS | Frame.END_STREAM | Frame.WITH_PRIORITY,
        1,
        withPriority.bytes());
  }

  private static List<SpecCase> errors() {
    return List.of(
        after(
            "5.4.1",
            "an error of the connection ends it, with GOAWAY before",
            c -> {
              c.send(new Frame(Frame.PING, 0, 3, new byte[8]));
              Expect.goAway(c);
              Expect.closed(c);
            }),
        after(
            "5.5",
            "an unknown frame on a stream",
            c -> {
              c.send(
                  Frame.headers(1, true, c.request("GET", "/")),
                  new Frame(0x16, 0, 1, new byte[8]),
                  Frame.ping(5));
              Expect.pong(c, 5);
            }));
  }
}
