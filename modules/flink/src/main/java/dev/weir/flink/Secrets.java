// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the values of secret keys. A key is secret by the list of Flink 2.3's {@code
 * GlobalConfiguration}, for clusters of every version, or by a configured pattern.
 */
public final class Secrets {
  /** The replacement of a masked value. */
  public static final String MASKED = "******";

  /** Flink's list alone. */
  public static final Secrets OF_FLINK = new Secrets(List.of());

  private static final List<String> NAMES =
      List.of(
          "password",
          "secret",
          "fs.azure.account.key",
          "apikey",
          "api-key",
          "auth-params",
          "service-key",
          "token",
          "basic-auth",
          "jaas.config",
          "http-headers");

  /** An option of a program with or without its value, or an assignment. */
  private static final Pattern OPTION =
      Pattern.compile("-{0,2}(?<key>[^=]*)(?<value>=.*)?", Pattern.DOTALL);

  private final List<Pattern> more;

  /**
   * Flink's list and more patterns.
   *
   * @param patterns regular expressions, searched in keys, ignoring case
   * @throws java.util.regex.PatternSyntaxException if a pattern is malformed
   */
  public Secrets(List<String> patterns) {
    more =
        patterns.stream()
            .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))
            .toList();
  }

  /** Whether a key is secret. */
  public boolean isNamedBy(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(lower::contains)
        || more.stream().anyMatch(pattern -> pattern.matcher(key).find());
  }

  /** The value, masked if the key is secret. */
  public String mask(String key, String value) {
    return isNamedBy(key) ? MASKED : value;
  }

  /** Whether the last argument is a secret key whose value would be the next argument. */
  public boolean endInName(List<String> arguments) {
    List<String> more = new ArrayList<>(arguments);
    more.add("");
    return maskArguments(more).get(arguments.size()).equals(MASKED);
  }

  /**
   * A program's arguments with masked values, given as {@code --key value}, {@code --key=value},
   * {@code -Dkey=value} or {@code key=value}.
   */
  public List<String> maskArguments(List<String> arguments) {
    List<String> masked = new ArrayList<>();
    boolean secret = false;
    for (String argument : arguments) {
      Matcher option = OPTION.matcher(argument);
      boolean named = option.matches() && isNamedBy(option.group("key"));
      if (secret && !argument.startsWith("--")) {
        masked.add(MASKED);
        secret = false;
      } else if (named && option.group("value") != null) {
        masked.add(argument.substring(0, option.end("key")) + "=" + MASKED);
        secret = false;
      } else {
        masked.add(argument);
        secret = named;
      }
    }
    return masked;
  }
}
