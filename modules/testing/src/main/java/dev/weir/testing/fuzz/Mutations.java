// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Small changes of bytes, of the kinds that parsers stumble over. */
final class Mutations {
  private static final List<String> TOKENS =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\r\n\r\n",
          "\0",
          ":",
          " ",
          "\t",
          ",",
          ";",
          "\"",
          "%",
          "%00",
          "%2f",
          "..",
          "\u00ff",
          "\u0080",
          "0",
          "-1",
          "99999999999999999999",
          "chunked",
          "HTTP/1.1",
          "\r\n ",
          "--",
          "0\r\n\r\n",
          "PK\u0003\u0004",
          "\u007f",
          "#",
          "@");

  private Mutations() {}

  /** A text of a list. */
  static String one(RandomGenerator random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Bytes with up to so many changes; none at all in some of the cases. */
  static byte[] of(RandomGenerator random, byte[] bytes, int most) {
    byte[] changed = bytes;
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      changed = once(random, changed);
    }
    return changed;
  }

  private static byte[] once(RandomGenerator random, byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int until = Math.min(bytes.length, at + 1 + random.nextInt(16));
    return switch (random.nextInt(7)) {
      case 0 -> replaced(bytes, at, until, new byte[0]);
      case 1 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, until));
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> replaced(bytes, at, at, one(random, TOKENS).getBytes(ISO_8859_1));
      case 4 -> replaced(bytes, at, until, one(random, TOKENS).getBytes(ISO_8859_1));
      case 5 -> replaced(bytes, at, Math.min(bytes.length, at + 1), noise(random, 1));
      default -> flipped(random, bytes);
    };
  }

  private static byte[] flipped(RandomGenerator random, byte[] bytes) {
    byte[] flipped = bytes.clone();
    if (flipped.length > 0) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  /** Bytes of no meaning. */
  static byte[] noise(RandomGenerator random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] replaced = new byte[bytes.length - (to - from) + by.length];
    System.arraycopy(bytes, 0, replaced, 0, from);
    System.arraycopy(by, 0, replaced, from, by.length);
    System.arraycopy(bytes, to, replaced, from + by.length, bytes.length - to);
    return replaced;
  }
}
