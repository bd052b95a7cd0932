// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static dev.weir.launcher.attackers.SpecCase.after;
import static dev.weir.testing.http2.ErrorCode.CANCEL;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.HeaderBlock;
import java.util.ArrayList;
import java.util.List;

/** What every server has to take. */
final class OrdinaryCases {
  private static final byte[] SOME = "test".getBytes(US_ASCII);
  private static final String DOCUMENT = "/clusters";

  private OrdinaryCases() {}

  static List<SpecCase> all() {
    List<SpecCase> all = new ArrayList<>();
    all.addAll(requests());
    all.addAll(blocks());
    all.addAll(priorities());
    all.addAll(others());
    return all;
  }

  private static SpecCase answered(String section, String name, SpecCase.Script sends) {
    return after(
        section,
        name,
        c -> {
          sends.play(c);
          Expect.answer(c, 1);
        });
  }

  private static List<SpecCase> requests() {
    return List.of(
        answered("8.1", "GET", c -> c.send(Frame.headers(1, true, c.request("GET", DOCUMENT)))),
        answered("8.1", "HEAD", c -> c.send(Frame.headers(1, true, c.request("HEAD", DOCUMENT)))),
        answered(
            "8.1",
            "POST",
            c ->
                c.send(Frame.headers(1, false, c.request("POST", "/")), Frame.data(1, true, SOME))),
        answered(
            "8.1",
            "POST with trailers",
            c ->
                c.send(
                    Frame.headers(1, false, c.request("POST", "/").with("trailer", "x-test")),
                    Frame.data(1, false, SOME),
                    Frame.headers(1, true, HeaderBlock.of("x-test", "ok")))),
        answered(
            "6.1",
            "several DATA",
            c ->
                c.send(
                    Frame.headers(1, false, c.request("POST", "/")),
                    Frame.data(1, false, SOME),
                    Frame.data(1, true, SOME))),
        answered(
            "6.1",
            "DATA with padding",
            c ->
                c.send(
                    Frame.headers(1, false, c.request("POST", "/")),
                    new Frame(
                        Frame.DATA,
                        Frame.PADDED | Frame.END_STREAM,
                        1,
                        new byte[] {5, 't', 'e', 's', 't', 0, 0, 0, 0, 0}))));
  }

  private static List<SpecCase> blocks() {
    return List.of(
        answered(
            "6.2",
            "HEADERS with padding",
            c -> {
              HeaderBlock padded =
                  HeaderBlock.raw((byte) 8)
                      .and(c.request("GET", DOCUMENT))
                      .and(HeaderBlock.raw(new byte[8]));
              c.send(
                  new Frame(
                      Frame.HEADERS,
                      Frame.PADDED | Frame.END_HEADERS | Frame.END_STREAM,
                      1,
                      padded.bytes()));
            }),
        answered(
            "6.2",
            "HEADERS with a priority",
            c -> {
              HeaderBlock withPriority =
                  HeaderBlock.raw((byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 255)
                      .and(c.request("GET", DOCUMENT));
              c.send(
                  new Frame(
                      Frame.HEADERS,
                      Frame.WITH_PRIORITY | Frame.END_HEADERS | Frame.END_STREAM,
                      1,
                      withPriority.bytes()));
            }),
        answered(
            "6.10",
            "HEADERS in two pieces",
            c -> {
              HeaderBlock block = c.request("GET", DOCUMENT);
              c.send(
                  Frame.openHeaders(1, true, block.part(0, 5)),
                  Frame.continuation(1, true, block.part(5, block.length())));
            }),
        answered(
            "6.10",
            "HEADERS in three pieces",
            c -> {
              HeaderBlock block = c.request("GET", DOCUMENT);
              c.send(
                  Frame.openHeaders(1, true, block.part(0, 5)),
                  Frame.continuation(1, false, block.part(5, 10)),
                  Frame.continuation(1, true, block.part(10, block.length())));
            }));
  }

  private static SpecCase prioritised(String name, Frame priority) {
    return answered(
        "6.3", name, c -> c.send(priority, Frame.headers(1, true, c.request("GET", DOCUMENT))));
  }

  private static List<SpecCase> priorities() {
    byte[] least = {0, 0, 0, 0, 0};
    byte[] exclusive = {(byte) 0x80, 0, 0, 0, 0};
    return List.of(
        prioritised("a weight of 1", new Frame(Frame.PRIORITY, 0, 1, least)),
        prioritised("a weight of 256", Frame.priority(1, 0)),
        prioritised("a stream that depends on another", Frame.priority(3, 1)),
        prioritised(
            "a stream that depends exclusively", new Frame(Frame.PRIORITY, 0, 1, exclusive)),
        prioritised("PRIORITY of a later stream", Frame.priority(3, 0)),
        after(
            "5.1",
            "PRIORITY of an idle stream",
            c -> {
              c.send(Frame.priority(1, 0), Frame.ping(11));
              Expect.pong(c, 11);
            }),
        after(
            "5.1",
            "PRIORITY of a closed stream",
            c -> {
              c.send(Frame.headers(1, true, c.request("GET", DOCUMENT)));
              Expect.end(c, 1);
              c.send(Frame.priority(1, 0), Frame.ping(12));
              Expect.pong(c, 12);
            }),
        new SpecCase(
            "5.1",
            "PRIORITY of a stream that is half closed",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 0);
              c.send(
                  Frame.headers(1, true, c.request("GET", DOCUMENT)),
                  Frame.priority(1, 0),
                  Frame.windowUpdate(1, 1));
              Expect.data(c, 1, 1);
            }));
  }

  private static List<SpecCase> others() {
    return List.of(
        new SpecCase(
            "5.1",
            "WINDOW_UPDATE of a stream that is half closed",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 0);
              c.send(Frame.headers(1, true, c.request("GET", DOCUMENT)), Frame.windowUpdate(1, 1));
              Expect.data(c, 1, 1);
            }),
        after(
            "5.1",
            "RST_STREAM of a stream that is half closed",
            c -> {
              c.send(
                  Frame.headers(1, true, c.request("GET", DOCUMENT)),
                  Frame.reset(1, CANCEL),
                  Frame.ping(13));
              Expect.pongOrClosed(c, 13);
            }),
        after(
            "6.4",
            "RST_STREAM of a stream that is open",
            c -> {
              c.send(
                  Frame.headers(1, false, c.request("POST", "/")),
                  Frame.reset(1, CANCEL),
                  Frame.ping(14));
              Expect.pongOrClosed(c, 14);
            }),
        after(
            "6.5",
            "SETTINGS with all that there are",
            c -> {
              c.send(
                  Frame.settings(
                      Frame.HEADER_TABLE_SIZE,
                      4096,
                      Frame.ENABLE_PUSH,
                      1,
                      Frame.MAX_CONCURRENT_STREAMS,
                      100,
                      Frame.INITIAL_WINDOW_SIZE,
                      65_535,
                      Frame.MAX_FRAME_SIZE,
                      16_384,
                      Frame.MAX_HEADER_LIST_SIZE,
                      100));
              Expect.settingsAck(c);
            }),
        after(
            "6.8",
            "GOAWAY",
            c -> {
              c.send(Frame.goAway(0, 0), Frame.ping(15));
              Expect.pongOrClosed(c, 15);
            }),
        after(
            "6.9",
            "WINDOW_UPDATE of the connection",
            c -> {
              c.send(Frame.windowUpdate(0, 1), Frame.ping(16));
              Expect.pong(c, 16);
            }),
        answered(
            "6.9",
            "WINDOW_UPDATE of a stream",
            c ->
                c.send(
                    Frame.headers(1, true, c.request("GET", DOCUMENT)), Frame.windowUpdate(1, 1))));
  }
}
