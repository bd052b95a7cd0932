// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static dev.weir.launcher.attackers.SpecCase.after;
import static dev.weir.testing.http2.ErrorCode.CANCEL;
import static dev.weir.testing.http2.ErrorCode.PROTOCOL_ERROR;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.HeaderBlock;
import dev.weir.testing.http2.Http2Connection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Sections 7 and 8: error codes, and messages that are malformed. */
final class MessageCases {
  private static final byte[] SOME = "test".getBytes(US_ASCII);
  private static final int UNKNOWN_CODE = 0xFF;

  private MessageCases() {}

  static List<SpecCase> all() {
    List<SpecCase> all = new ArrayList<>();
    all.addAll(codes());
    all.addAll(exchange());
    all.addAll(fields());
    all.addAll(pseudoHeaders());
    all.addAll(bodies());
    return all;
  }

  private static List<SpecCase> codes() {
    return List.of(
        after(
            "7",
            "GOAWAY with a code that nobody knows",
            c -> {
              c.send(Frame.goAway(0, UNKNOWN_CODE), Frame.ping(9));
              Expect.pongOrClosed(c, 9);
            }),
        after(
            "7",
            "RST_STREAM with a code that nobody knows",
            c -> {
              c.send(
                  Frame.headers(1, false, c.request("POST", "/")),
                  new Frame(Frame.RST_STREAM, 0, 1, new byte[] {0, 0, 0, (byte) UNKNOWN_CODE}),
                  Frame.ping(10));
              Expect.pongOrClosed(c, 10);
            }));
  }

  private static List<SpecCase> exchange() {
    return List.of(
        after(
            "8.1",
            "trailers that do not end the stream",
            c -> {
              c.send(
                  Frame.headers(1, false, form(c)),
                  Frame.data(1, false, SOME),
                  Frame.headers(1, false, HeaderBlock.of("x-test", "ok")));
              Expect.malformed(c);
            }),
        after(
            "8.1",
            "trailers with a pseudo-header",
            c -> {
              c.send(
                  Frame.headers(1, false, form(c)),
                  Frame.data(1, false, SOME),
                  Frame.headers(1, true, HeaderBlock.of(":method", "POST")));
              Expect.malformed(c);
            }),
        after(
            "8.4",
            "PUSH_PROMISE of a client",
            c -> {
              byte[] block = c.request("GET", "/").bytes();
              byte[] promise = ByteBuffer.allocate(4 + block.length).putInt(3).put(block).array();
              c.send(new Frame(Frame.PUSH_PROMISE, Frame.END_HEADERS, 1, promise));
              Expect.connectionError(c, PROTOCOL_ERROR);
            }));
  }

  /** A request whose body is read. */
  private static HeaderBlock form(Http2Connection connection) {
    return connection
        .request("POST", "/jars/upload")
        .with("content-type", "multipart/form-data; boundary=x");
  }

  private static SpecCase malformed(
      String section, String name, Function<Http2Connection, HeaderBlock> request) {
    return new SpecCase(
        section,
        name,
        c -> {
          c.handshake(Frame.HEADER_TABLE_SIZE, 0);
          c.send(Frame.headers(1, true, request.apply(c)));
          Expect.malformed(c);
        });
  }

  private static SpecCase malformed(String section, String name, String field, String value) {
    return malformed(section, name, c -> c.request("GET", "/clusters").with(field, value));
  }

  private static List<SpecCase> fields() {
    return List.of(
        malformed("8.2.1", "a name in upper case", "X-TEST", "ok"),
        malformed("8.2.1", "a name that is empty", "", "ok"),
        malformed("8.2.1", "a blank in a name", "x test", "ok"),
        malformed("8.2.1", "a colon in a name", "x:test", "ok"),
        malformed("8.2.1", "a line end in a name", "x\r\ny", "ok"),
        malformed("8.2.1", "a line end in a value", "x-test", "a\r\ny: z"),
        malformed("8.2.1", "a line feed in a value", "x-test", "a\nb"),
        malformed("8.2.1", "a NUL in a value", "x-test", "a\u0000b"),
        malformed("8.2.2", "connection", "connection", "keep-alive"),
        malformed("8.2.2", "transfer-encoding", "transfer-encoding", "chunked"),
        malformed("8.2.2", "upgrade", "upgrade", "h2c"),
        malformed("8.2.2", "keep-alive", "keep-alive", "timeout=5"),
        malformed("8.2.2", "proxy-connection", "proxy-connection", "keep-alive"),
        malformed("8.2.2", "te with more than trailers", "te", "trailers, deflate"));
  }

  private static List<SpecCase> pseudoHeaders() {
    return List.of(
        malformed("8.3", "a pseudo-header that nobody knows", ":test", "ok"),
        malformed("8.3", "a pseudo-header of answers", ":status", "200"),
        malformed(
            "8.3",
            "a pseudo-header after another header",
            c -> HeaderBlock.of("x-test", "ok").and(c.request("GET", "/"))),
        malformed("8.3.1", "an empty :path", c -> c.request("GET", "")),
        malformed("8.3.1", "a :path without a slash", c -> c.request("GET", "clusters")),
        malformed(
            "8.3.1",
            "a request within :path",
            c -> c.request("GET", "/clusters HTTP/1.1\r\nX-Test: y")),
        malformed("8.3.1", "a blank in :method", c -> c.request("GET /x HTTP/1.1\r\nX:", "/")),
        malformed("8.3.1", "an empty :method", c -> c.request("", "/")),
        malformed(
            "8.3.1",
            "no :method",
            c -> HeaderBlock.of(":scheme", "http", ":path", "/", ":authority", "localhost")),
        malformed(
            "8.3.1",
            "no :scheme",
            c -> HeaderBlock.of(":method", "GET", ":path", "/", ":authority", "localhost")),
        malformed(
            "8.3.1",
            "no :path",
            c -> HeaderBlock.of(":method", "GET", ":scheme", "http", ":authority", "localhost")),
        malformed(
            "8.3.1",
            "a userinfo in :authority",
            c ->
                HeaderBlock.of(
                    ":method",
                    "GET",
                    ":scheme",
                    "http",
                    ":path",
                    "/",
                    ":authority",
                    "a@localhost")),
        malformed("8.3.1", "two :method", ":method", "GET"),
        malformed("8.3.1", "two :scheme", ":scheme", "http"),
        malformed("8.3.1", "two :path", ":path", "/"),
        malformed("8.3.1", "two :authority", ":authority", "localhost"),
        malformed("8.3.1", "another host than :authority", "host", "evil.example"));
  }

  private static List<SpecCase> bodies() {
    return List.of(
        after(
            "8.1.1",
            "a content-length that is not that of the one DATA",
            c -> {
              c.send(
                  Frame.headers(1, false, form(c).with("content-length", "1")),
                  Frame.data(1, true, SOME));
              Expect.malformed(c);
            }),
        after(
            "8.1.1",
            "a content-length that is not that of all DATA",
            c -> {
              c.send(
                  Frame.headers(1, false, form(c).with("content-length", "1")),
                  Frame.data(1, false, SOME),
                  Frame.data(1, true, SOME));
              Expect.malformed(c);
            }),
        malformed("8.1.1", "a content-length without DATA", "content-length", "10"),
        malformed("8.1.1", "a content-length that is negative", "content-length", "-1"),
        malformed(
            "8.1.1",
            "two content-lengths",
            c -> c.request("GET", "/").with("content-length", "0").with("content-length", "5")),
        after(
            "8.1",
            "a request that is taken back in the middle of its body",
            c -> {
              c.send(
                  Frame.headers(1, false, form(c)),
                  Frame.data(1, false, SOME),
                  Frame.reset(1, CANCEL),
                  Frame.headers(3, true, c.request("GET", "/clusters")));
              Expect.answer(c, 3);
            }));
  }
}
