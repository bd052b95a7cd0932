// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static dev.weir.launcher.attackers.SpecCase.after;
import static dev.weir.testing.http2.ErrorCode.COMPRESSION_ERROR;
import static dev.weir.testing.http2.ErrorCode.ENHANCE_YOUR_CALM;
import static dev.weir.testing.http2.ErrorCode.FRAME_SIZE_ERROR;
import static dev.weir.testing.http2.ErrorCode.PROTOCOL_ERROR;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.HeaderBlock;
import dev.weir.testing.http2.Http2Connection;
import java.util.List;

/** Sections 3 and 4: how a connection begins, and what a frame is. */
final class FrameCases {
  private static final int LARGEST = 1 << 14;
  private static final int UNKNOWN_TYPE = 0x16;
  private static final int UNKNOWN_FLAGS = 0x16;
  private static final int RESERVED_BIT = 1 << 31;

  private FrameCases() {}

  static List<SpecCase> all() {
    return List.of(
        new SpecCase(
            "3.4",
            "the server's SETTINGS are its first frame",
            c -> {
              c.begin(Frame.INITIAL_WINDOW_SIZE, 65_535);
              Frame first = c.next().orElseThrow();
              assertThat(first.is(Frame.SETTINGS, 0)).isTrue();
              assertThat(first.is(Frame.SETTINGS, Frame.ACK)).isFalse();
            }),
        new SpecCase(
            "3.4",
            "a preface that is none",
            c -> {
              c.send("INVALID CONNECTION PREFACE\r\n\r\n".getBytes(US_ASCII));
              Expect.closed(c);
            }),
        new SpecCase(
            "3.4",
            "a preface that another frame than SETTINGS follows",
            c -> {
              c.send(Http2Connection.preface());
              c.send(Frame.ping(1));
              Expect.closed(c);
            }),
        after(
            "4.1",
            "a frame of an unknown type",
            c -> {
              c.send(new Frame(UNKNOWN_TYPE, 0, 0, new byte[8]), Frame.ping(2));
              Expect.pong(c, 2);
            }),
        after(
            "4.1",
            "flags that are not defined",
            c -> {
              c.send(new Frame(Frame.PING, UNKNOWN_FLAGS, 0, new byte[8]));
              Expect.pong(c, 0);
            }),
        after(
            "4.1",
            "the reserved bit of a stream's number",
            c -> {
              c.send(new Frame(Frame.PING, UNKNOWN_FLAGS, RESERVED_BIT, new byte[8]));
              Expect.pong(c, 0);
            }),
        after(
            "4.2",
            "DATA of 16 KiB",
            c -> {
              c.send(
                  Frame.headers(1, false, c.request("POST", "/")),
                  Frame.data(1, true, new byte[LARGEST]));
              Expect.answer(c, 1);
            }),
        after(
            "4.2",
            "DATA that is larger than allowed",
            c -> {
              c.send(
                  Frame.headers(1, false, c.request("POST", "/")),
                  Frame.data(1, true, new byte[LARGEST + 1]));
              Expect.streamError(c, FRAME_SIZE_ERROR);
            }),
        after(
            "4.2",
            "HEADERS that are larger than allowed",
            c -> {
              HeaderBlock block = c.request("GET", "/");
              for (int i = 0; i < 5; i++) {
                block = block.with("x-dummy" + i, "x".repeat(4_000));
              }
              c.send(Frame.headers(1, true, block));
              Expect.connectionError(c, FRAME_SIZE_ERROR);
            }),
        after(
            "4.3",
            "a block of headers that HPACK does not know",
            c -> {
              c.send(
                  Frame.headers(1, true, HeaderBlock.raw((byte) 0x40)),
                  Frame.headers(3, true, c.request("GET", "/")));
              Expect.connectionError(c, COMPRESSION_ERROR);
            }),
        after(
            "4.3",
            "PRIORITY inside a block of headers",
            c -> {
              c.send(
                  Frame.openHeaders(1, false, c.request("GET", "/")),
                  Frame.priority(1, 0),
                  Frame.continuation(1, true, HeaderBlock.of("x-dummy0", "x")));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        after(
            "4.3",
            "HEADERS of another stream inside a block of headers",
            c -> {
              c.send(
                  Frame.openHeaders(1, false, c.request("GET", "/")),
                  Frame.headers(3, true, c.request("GET", "/")),
                  Frame.continuation(1, true, HeaderBlock.of("x-dummy0", "x")));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }),
        after(
            "4.3",
            "a block of headers without end",
            c -> {
              c.send(Frame.openHeaders(1, true, c.request("GET", "/")));
              HeaderBlock more = HeaderBlock.of("x-dummy", "x".repeat(8_000));
              boolean taken = true;
              for (int i = 0; i < 1_000 && taken; i++) {
                taken = c.send(Frame.continuation(1, false, more));
              }
              Expect.connectionError(c, ENHANCE_YOUR_CALM, PROTOCOL_ERROR, COMPRESSION_ERROR);
            }),
        after(
            "5.5",
            "an unknown frame inside a block of headers",
            c -> {
              c.send(
                  Frame.openHeaders(1, true, c.request("GET", "/")),
                  new Frame(UNKNOWN_TYPE, 0, 0, new byte[8]));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }));
  }
}
