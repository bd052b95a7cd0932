// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.http2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/**
 * A block of headers in the simplest of the forms that HPACK has: literals without indexing and
 * without Huffman coding (RFC 7541, section 6.2.2). Nothing is checked.
 */
public final class HeaderBlock {
  private static final int SEVEN_BITS = 0x7F;

  private final byte[] bytes;

  private HeaderBlock(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Bytes as they are. */
  public static HeaderBlock raw(byte... bytes) {
    return new HeaderBlock(bytes.clone());
  }

  /**
   * Headers.
   *
   * @param namesAndValues a name, its value, the next name and so on
   */
  public static HeaderBlock of(String... namesAndValues) {
    HeaderBlock block = raw();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      block = block.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return block;
  }

  /** The headers that every request to {@code localhost} has. */
  public static HeaderBlock request(String scheme, String method, String path) {
    return of(":method", method, ":scheme", scheme, ":path", path, ":authority", "localhost");
  }

  /** These and one more. */
  public HeaderBlock with(String name, String value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0);
    string(out, name);
    string(out, value);
    return and(raw(out.toByteArray()));
  }

  /** These and those of another block. */
  public HeaderBlock and(HeaderBlock more) {
    byte[] both = new byte[bytes.length + more.bytes.length];
    System.arraycopy(bytes, 0, both, 0, bytes.length);
    System.arraycopy(more.bytes, 0, both, bytes.length, more.bytes.length);
    return new HeaderBlock(both);
  }

  /** A part of its bytes. */
  public HeaderBlock part(int from, int to) {
    byte[] part = new byte[to - from];
    System.arraycopy(bytes, from, part, 0, part.length);
    return new HeaderBlock(part);
  }

  /** How many bytes it has. */
  public int length() {
    return bytes.length;
  }

  /** As it goes into frames. */
  public byte[] bytes() {
    return bytes.clone();
  }

  private static void string(ByteArrayOutputStream out, String text) {
    byte[] content = text.getBytes(ISO_8859_1);
    int length = content.length;
    if (length < SEVEN_BITS) {
      out.write(length);
    } else {
      out.write(SEVEN_BITS);
      for (length -= SEVEN_BITS; length > SEVEN_BITS; length >>= 7) {
        out.write((length & SEVEN_BITS) | 0x80);
      }
      out.write(length);
    }
    out.writeBytes(content);
  }
}
