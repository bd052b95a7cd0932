package dev.weir.launcher.server.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** The letters that RFC 9110 and RFC 9112 have for the parts of a head. */
final class Letters {
  /** Letters of no address that clients send all the same, and mean. */
  private static final String TO_BE_ENCODED = "\"<>\\^`{|}";

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Letters() {}

  static boolean isToken(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isOfToken((char) (bytes[i] & 0xFF))) {
        return false;
      }
    }
    return from < to;
  }

  private static boolean isOfToken(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }

  /** Whether all of it may be the value of a header: no control character but a tab. */
  static boolean isValue(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = bytes[i] & 0xFF;
      if ((c < ' ' && c != '\t') || c == 0x7F) {
        return false;
      }
    }
    return true;
  }

  static boolean isBlank(byte c) {
    return c == ' ' || c == '\t';
  }

  /**
   * An address with all that is no letter of one percent-encoded.
   *
   * @throws Malformed if it has control characters, blanks or a fragment
   */
  static byte[] address(byte[] bytes, int from, int to) throws Malformed {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(to - from + 16);
    for (int i = from; i < to; i++) {
      int c = bytes[i] & 0xFF;
      if (c <= ' ' || c == 0x7F || c == '#') {
        throw Malformed.of("The address of the request has a letter that no address has.");
      }
      if (c > 0x7F || TO_BE_ENCODED.indexOf(c) >= 0) {
        encoded.writeBytes(("%" + HEX.toHexDigits((byte) c)).getBytes(ISO_8859_1));
      } else {
        encoded.write(c);
      }
    }
    return encoded.toByteArray();
  }
}
