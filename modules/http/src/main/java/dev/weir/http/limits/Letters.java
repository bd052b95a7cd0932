// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The letters that RFC 9110 has for the parts of a request's head, of HTTP/1.1 and of HTTP/2. Each
 * is one byte of what was sent.
 */
public final class Letters {
  /** How many headers a request may have. */
  public static final int MAX_FIELDS = 100;

  /** Letters of no address that clients send all the same, and mean. */
  private static final String TO_BE_ENCODED = "\"<>\\^`{|}";

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Letters() {}

  /** Whether it may be the name of a method or of a header. */
  public static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(Letters::isOfToken);
  }

  private static boolean isOfToken(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }

  /** Whether all of it may be in the value of a header: no control character but a tab. */
  public static boolean isValue(String text) {
    return text.chars().allMatch(c -> (c >= ' ' || c == '\t') && c != 0x7F);
  }

  /** Whether a value may have it inside, and not at its ends. */
  public static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  /**
   * An address with all that is no letter of one percent-encoded, such as a percent sign in a query
   * that encodes nothing; empty if it has control characters, blanks or a fragment.
   */
  public static Optional<String> address(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    boolean inQuery = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == 0x7F || c == '#') {
        return Optional.empty();
      }
      inQuery |= c == '?';
      if (c > 0x7F || TO_BE_ENCODED.indexOf(c) >= 0 || (inQuery && isStrayPercent(text, i))) {
        encoded.append('%').append(HEX.toHexDigits((byte) c));
      } else {
        encoded.append(c);
      }
    }
    return Optional.of(encoded.toString());
  }

  private static boolean isStrayPercent(String text, int at) {
    return text.charAt(at) == '%'
        && !(at + 2 < text.length()
            && HexFormat.isHexDigit(text.charAt(at + 1))
            && HexFormat.isHexDigit(text.charAt(at + 2)));
  }
}
