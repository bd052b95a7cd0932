// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.regex.Pattern;

/** Encodes any text as one segment of a path. */
public final class PathText {
  private static final Pattern DECODED_TWICE = Pattern.compile("[%+?#;/]");

  private PathText() {}

  /**
   * Encodes an id for Flink, which decodes ids twice: letters that decoding changes are encoded
   * twice.
   */
  public static String encodedTwice(String text) {
    return encoded(DECODED_TWICE.matcher(text).replaceAll(letter -> encoded(letter.group())));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
