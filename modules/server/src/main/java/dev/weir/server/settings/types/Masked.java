// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes values safe to show: on one line, and without secrets. */
public final class Masked {
  private static final int LONGEST = 200;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final Pattern USER_INFO = Pattern.compile("//.*@");

  private static final List<String> SECRETS =
      List.of(
          "password",
          "passwd",
          "secret",
          "token",
          "credential",
          "apikey",
          "api-key",
          "api_key",
          "headers");

  private Masked() {}

  /** The value of a key; asterisks if the key is that of a secret. */
  public static String value(String key, String value) {
    String name = key.toLowerCase(Locale.ROOT);
    return SECRETS.stream().anyMatch(name::contains) ? "******" : text(value);
  }

  /** A text that is not secret, without control characters and without users in URLs. */
  public static String text(String text) {
    String line = CONTROL.matcher(text).replaceAll(" ");
    String shown = USER_INFO.matcher(line).replaceAll("//******@");
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "...";
  }
}
