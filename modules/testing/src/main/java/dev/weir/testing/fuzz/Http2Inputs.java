// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.fuzz;

import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.HeaderBlock;
import dev.weir.testing.http2.Http2Connection;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.random.RandomGenerator;

/** A connection of HTTP/2 with frames in any order, some of them changed. */
final class Http2Inputs {
  private static final List<String> PATHS =
      List.of("/clusters", "/overview", "/nosuch", "/jobs/zzz", "*", "");
  private static final List<String> NAMES =
      List.of(
          "x",
          "te",
          "host",
          "cookie",
          "content-length",
          "if-none-match",
          "range",
          "expect",
          "connection",
          ":path",
          ":status",
          "X",
          "",
          "accept-encoding",
          "authorization");
  private static final List<String> VALUES =
      List.of("", "x", "5", "-1", "*", "trailers", "100-continue", "gzip", "a\r\nb: c", "\"x");
  private static final int FRAMES = 12;

  private Http2Inputs() {}

  /** The preface and what follows it. */
  static byte[] next(RandomGenerator random) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Http2Connection.preface());
    all.writeBytes(Frame.settings(Frame.HEADER_TABLE_SIZE, 0).bytes());
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int i = 1 + random.nextInt(FRAMES); i > 0; i--) {
      frames.writeBytes(frame(random).bytes());
    }
    byte[] changed = Mutations.of(random, frames.toByteArray(), random.nextInt(3));
    all.writeBytes(changed);
    return random.nextInt(40) == 0 ? Mutations.of(random, all.toByteArray(), 2) : all.toByteArray();
  }

  private static Frame frame(RandomGenerator random) {
    int stream = random.nextInt(8) == 0 ? random.nextInt(6) : 1 + 2 * random.nextInt(5);
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> Frame.headers(stream, random.nextBoolean(), block(random));
      case 4 -> Frame.openHeaders(stream, random.nextBoolean(), block(random));
      case 5 -> Frame.continuation(stream, random.nextBoolean(), block(random));
      case 6 -> Frame.data(stream, random.nextBoolean(), some(random));
      case 7 -> Frame.windowUpdate(random.nextBoolean() ? 0 : stream, number(random));
      case 8 -> Frame.settings(1 + random.nextInt(8), number(random));
      case 9 -> Frame.ping(random.nextLong());
      case 10 ->
          new Frame(Frame.RST_STREAM, 0, stream, new byte[] {0, 0, 0, (byte) random.nextInt(14)});
      default ->
          new Frame(random.nextInt(12), random.nextInt(256), random.nextInt(4), some(random));
    };
  }

  private static byte[] some(RandomGenerator random) {
    return Mutations.noise(random, random.nextInt(20));
  }

  private static int number(RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> Integer.MAX_VALUE;
      case 3 -> random.nextInt();
      default -> random.nextInt(100_000);
    };
  }

  private static HeaderBlock block(RandomGenerator random) {
    HeaderBlock block =
        HeaderBlock.request(
            "http", random.nextInt(4) == 0 ? "POST" : "GET", Mutations.one(random, PATHS));
    for (int i = random.nextInt(3); i > 0; i--) {
      block = block.with(Mutations.one(random, NAMES), Mutations.one(random, VALUES));
    }
    return random.nextInt(5) == 0 ? HeaderBlock.raw(Mutations.of(random, block.bytes(), 3)) : block;
  }
}
