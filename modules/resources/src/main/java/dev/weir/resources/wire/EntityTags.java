// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import org.jspecify.annotations.Nullable;

/**
 * The tags in {@code If-None-Match} and {@code If-Match} (RFC 9110, 13.1). A malformed tag matches
 * nothing.
 */
public final class EntityTags {
  private static final String WEAK = "W/";

  private EntityTags() {}

  /**
   * Whether {@code If-None-Match} lists the tag, weak or strong.
   *
   * @param header all values, comma-separated; null if absent
   * @param tag without quotes
   */
  public static boolean isKnown(@Nullable String header, String tag) {
    return header != null && contains(header, tag, true);
  }

  /** Whether {@code If-Match} allows the tag. Without the header, every tag is allowed. */
  static boolean isAllowed(@Nullable String header, String tag) {
    return header == null || contains(header, tag, false);
  }

  private static boolean contains(String header, String tag, boolean weakToo) {
    if (header.strip().equals("*")) {
      return true;
    }
    int at = 0;
    while (at < header.length()) {
      boolean weak = header.startsWith(WEAK, at);
      int open = weak ? at + WEAK.length() : at;
      if (open < header.length() && header.charAt(open) == '"') {
        int close = header.indexOf('"', open + 1);
        if (close < 0) {
          return false;
        }
        if ((weakToo || !weak) && header.substring(open + 1, close).equals(tag)) {
          return true;
        }
        at = close + 1;
      }
      int comma = header.indexOf(',', at);
      at = comma < 0 ? header.length() : comma + 1;
      while (at < header.length() && Character.isWhitespace(header.charAt(at))) {
        at++;
      }
    }
    return false;
  }
}
