// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static dev.weir.launcher.attackers.SpecCase.after;
import static dev.weir.launcher.attackers.SpecCase.refused;
import static dev.weir.testing.http2.ErrorCode.CANCEL;
import static dev.weir.testing.http2.ErrorCode.FRAME_SIZE_ERROR;
import static dev.weir.testing.http2.ErrorCode.PROTOCOL_ERROR;
import static dev.weir.testing.http2.ErrorCode.STREAM_CLOSED;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.HeaderBlock;
import java.util.ArrayList;
import java.util.List;

/** Section 6 but for 6.5 and 6.9: frames of each type that are not as their definition says. */
final class DefinitionCases {
  private static final byte[] SOME = "test".getBytes(US_ASCII);
  private static final HeaderBlock MORE = HeaderBlock.of("x-dummy0", "x");

  private DefinitionCases() {}

  static List<SpecCase> all() {
    List<SpecCase> all = new ArrayList<>();
    all.addAll(data());
    all.addAll(headers());
    all.addAll(fixed());
    all.addAll(continuation());
    return all;
  }

  private static List<SpecCase> data() {
    return List.of(
        refused("6.1", "DATA of stream 0", Frame.data(0, true, SOME), PROTOCOL_ERROR),
        new SpecCase(
            "6.1",
            "DATA of a stream that is half closed",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 0);
              c.send(Frame.headers(1, true, c.request("POST", "/")), Frame.data(1, true, SOME));
              Expect.streamError(c, STREAM_CLOSED);
            }),
        after(
            "6.1",
            "DATA with more padding than there is room",
            c -> {
              byte[] padded = {6, 't', 'e', 's', 't'};
              c.send(
                  Frame.headers(1, false, c.request("POST", "/").with("content-length", "4")),
                  new Frame(Frame.DATA, Frame.PADDED | Frame.END_STREAM, 1, padded));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }));
  }

  private static List<SpecCase> headers() {
    return List.of(
        after(
            "6.2",
            "HEADERS that PRIORITY follows before their end",
            c -> {
              c.send(
                  Frame.openHeaders(1, false, c.request("GET", "/")),
                  Frame.priority(1, 0),
                  Frame.continuation(1, true, MORE));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        after(
            "6.2",
            "HEADERS that HEADERS of another stream follow before their end",
            c -> {
              c.send(
                  Frame.openHeaders(1, false, c.request("GET", "/")),
                  Frame.headers(3, true, c.request("GET", "/")),
                  Frame.continuation(1, true, MORE));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        after(
            "6.2",
            "HEADERS of stream 0",
            c -> {
              c.send(Frame.headers(0, true, c.request("GET", "/")));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        after(
            "6.2",
            "HEADERS with more padding than there is room",
            c -> {
              HeaderBlock block = c.request("GET", "/");
              HeaderBlock padded = HeaderBlock.raw((byte) (block.length() + 2)).and(block);
              c.send(
                  new Frame(
                      Frame.HEADERS,
                      Frame.PADDED | Frame.END_HEADERS | Frame.END_STREAM,
                      1,
                      padded.bytes()));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }));
  }

  /** Those whose length or stream is fixed. */
  private static List<SpecCase> fixed() {
    return List.of(
        refused("6.3", "PRIORITY of stream 0", Frame.priority(0, 1), PROTOCOL_ERROR),
        after(
            "6.3",
            "PRIORITY of 4 bytes",
            c -> {
              c.send(
                  Frame.headers(1, true, c.request("GET", "/")),
                  new Frame(Frame.PRIORITY, 0, 1, new byte[4]));
              Expect.streamError(c, FRAME_SIZE_ERROR);
            }),
        refused("6.4", "RST_STREAM of stream 0", Frame.reset(0, CANCEL), PROTOCOL_ERROR),
        refused("6.4", "RST_STREAM of an idle stream", Frame.reset(1, CANCEL), PROTOCOL_ERROR),
        after(
            "6.4",
            "RST_STREAM of 3 bytes",
            c -> {
              c.send(
                  Frame.headers(1, true, c.request("GET", "/")),
                  new Frame(Frame.RST_STREAM, 0, 1, new byte[3]));
              Expect.connectionError(c, FRAME_SIZE_ERROR);
            }),
        after(
            "6.7",
            "PING",
            c -> {
              c.send(Frame.ping(0x6832737065630000L));
              Expect.pong(c, 0x6832737065630000L);
            }),
        after(
            "6.7",
            "PING that is an answer has none",
            c -> {
              c.send(new Frame(Frame.PING, Frame.ACK, 0, new byte[8]), Frame.ping(7));
              Expect.pong(c, 7);
            }),
        refused(
            "6.7", "PING of a stream", new Frame(Frame.PING, 0, 1, new byte[8]), PROTOCOL_ERROR),
        refused(
            "6.7", "PING of 6 bytes", new Frame(Frame.PING, 0, 0, new byte[6]), FRAME_SIZE_ERROR),
        refused(
            "6.8",
            "GOAWAY of a stream",
            new Frame(Frame.GOAWAY, 0, 1, new byte[8]),
            PROTOCOL_ERROR));
  }

  private static List<SpecCase> continuation() {
    return List.of(
        after(
            "6.10",
            "several CONTINUATIONs",
            c -> {
              c.send(
                  Frame.openHeaders(1, true, c.request("GET", "/")),
                  Frame.continuation(1, false, MORE),
                  Frame.continuation(1, true, MORE));
              Expect.answer(c, 1);
            }),
        after(
            "6.10",
            "CONTINUATION that DATA follows before the end",
            c -> {
              c.send(
                  Frame.openHeaders(1, false, c.request("POST", "/")),
                  Frame.continuation(1, false, MORE),
                  Frame.data(1, true, SOME));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        after(
            "6.10",
            "CONTINUATION of stream 0",
            c -> {
              c.send(
                  Frame.openHeaders(1, true, c.request("GET", "/")),
                  Frame.continuation(0, true, MORE));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        after(
            "6.10",
            "CONTINUATION after the end of HEADERS",
            c -> {
              c.send(
                  Frame.headers(1, true, c.request("GET", "/")), Frame.continuation(1, true, MORE));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        after(
            "6.10",
            "CONTINUATION after the last CONTINUATION",
            c -> {
              c.send(
                  Frame.openHeaders(1, true, c.request("GET", "/")),
                  Frame.continuation(1, true, MORE),
                  Frame.continuation(1, true, MORE));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        after(
            "6.10",
            "CONTINUATION after DATA",
            c -> {
              c.send(
                  Frame.openHeaders(1, false, c.request("POST", "/")),
                  Frame.data(1, true, SOME),
                  Frame.continuation(1, false, MORE),
                  Frame.continuation(0, true, MORE));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }));
  }
}
