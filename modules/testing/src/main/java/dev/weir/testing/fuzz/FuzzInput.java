// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.SplittableRandom;

/** One stream of bytes for a server, which its seed and its number determine. */
public final class FuzzInput {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int IN_HUNDRED = 100;

  private final long seed;
  private final long number;
  private final String kind;
  private final byte[] bytes;

  private FuzzInput(long seed, long number, String kind, byte[] bytes) {
    this.seed = seed;
    this.number = number;
    this.kind = kind;
    this.bytes = bytes;
  }

  /** An input for a server that reads HTTP/1.1 and HTTP/2. */
  public static FuzzInput ofServer(long seed, long number) {
    SplittableRandom random = new SplittableRandom(seed + number * GOLDEN);
    int which = random.nextInt(IN_HUNDRED);
    if (which < 60) {
      return new FuzzInput(seed, number, "HTTP/1.1", Http1Inputs.next(random, ""));
    }
    if (which < 90) {
      return new FuzzInput(seed, number, "HTTP/2", Http2Inputs.next(random));
    }
    return ofUpload(seed, number, random, "");
  }

  /**
   * An input for a server within a container.
   *
   * @param prefix the path of the application, such as {@code /weir}
   */
  public static FuzzInput ofApplication(long seed, long number, String prefix) {
    SplittableRandom random = new SplittableRandom(seed + number * GOLDEN);
    return random.nextInt(IN_HUNDRED) < 70
        ? new FuzzInput(seed, number, "HTTP/1.1", Http1Inputs.next(random, prefix))
        : ofUpload(seed, number, random, prefix);
  }

  private static FuzzInput ofUpload(
      long seed, long number, SplittableRandom random, String prefix) {
    return random.nextBoolean()
        ? new FuzzInput(seed, number, "form", FormInputs.form(random, prefix))
        : new FuzzInput(seed, number, "jar", FormInputs.jar(random, prefix));
  }

  /** The same but for the bytes from one place to another. */
  FuzzInput without(int from, int to) {
    byte[] left = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, left, from, bytes.length - to);
    return new FuzzInput(seed, number, kind, left);
  }

  /** How many bytes it has. */
  int length() {
    return bytes.length;
  }

  /** As it goes on the wire. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** Whether it is for HTTP/2, however well. */
  boolean isHttp2() {
    return kind.equals("HTTP/2");
  }

  /** The bytes as text, with what cannot be read escaped. */
  private String text() {
    StringBuilder text = new StringBuilder();
    for (char c : new String(bytes, ISO_8859_1).toCharArray()) {
      text.append(
          c == '\r'
              ? "\\r"
              : c == '\n' ? "\\n" : c < ' ' || c > '~' ? "\\x%02x".formatted((int) c) : "" + c);
    }
    return text.toString();
  }

  /** How to make it again, and its bytes. */
  @Override
  public String toString() {
    return "-Dweir.fuzz.seed=%d, number %d, %s, %d bytes: %s"
        .formatted(seed, number, kind, bytes.length, text());
  }
}
