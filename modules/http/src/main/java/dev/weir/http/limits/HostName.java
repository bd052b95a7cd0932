// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import org.jspecify.annotations.Nullable;

/** The header {@code Host}, or {@code :authority}, as RFC 9110 section 7.2 has it. */
public final class HostName {
  private static final int LAST_PORT = 65535;
  private static final String MARKS = "-._~!$&'()*+,;=%";

  private HostName() {}

  /** Whether it is a name or an address in brackets, with or without port; null is not. */
  public static boolean isWellFormed(@Nullable String host) {
    if (host == null || host.isEmpty()) {
      return false;
    }
    int end = host.charAt(0) == '[' ? host.indexOf(']') + 1 : nameEnd(host);
    return end > 0 && (host.charAt(0) != '[' || isAddress(host, end)) && isPort(host, end);
  }

  private static int nameEnd(String host) {
    int at = 0;
    while (at < host.length() && isOfName(host.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfName(char c) {
    return isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAddress(String host, int end) {
    for (int i = 1; i < end - 1; i++) {
      char c = host.charAt(i);
      if (!isLetterOrDigit(c) && c != ':' && c != '.' && c != '%') {
        return false;
      }
    }
    return end > 2;
  }

  private static boolean isPort(String host, int from) {
    if (from == host.length()) {
      return true;
    }
    if (host.charAt(from) != ':' || host.length() - from > 6) {
      return false;
    }
    int port = 0;
    for (int i = from + 1; i < host.length(); i++) {
      if (!isDigit(host.charAt(i))) {
        return false;
      }
      port = 10 * port + host.charAt(i) - '0';
    }
    return port <= LAST_PORT;
  }
}
