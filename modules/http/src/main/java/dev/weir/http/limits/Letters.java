// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The characters that RFC 9110 allows in the parts of a request head, for HTTP/1.1 and HTTP/2. A
 * character is one byte that was sent.
 */
public final class Letters {
  /** The limit of headers in a request. */
  public static final int MAX_FIELDS = 100;

  /** Characters that no URI has but that clients send unencoded. */
  private static final String TO_BE_ENCODED = "\"<>\\^`{|}";

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Letters() {}

  /** Whether it is a token: the name of a method or a header. */
  public static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(Letters::isOfToken);
  }

  private static boolean isOfToken(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }

  /** Whether it is a header value: no control character but a tab. */
  public static boolean isValue(String text) {
    return text.chars().allMatch(c -> (c >= ' ' || c == '\t') && c != 0x7F);
  }

  /** Whether it is a blank or a tab: allowed inside a value, not at its ends. */
  public static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  /**
   * The request target with each character that no URI has percent-encoded, also a percent sign of
   * the query that encodes nothing; empty if it has control characters, blanks or a fragment.
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
