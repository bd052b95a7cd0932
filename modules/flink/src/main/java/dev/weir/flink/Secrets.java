package dev.weir.flink;

import java.util.List;
import java.util.Locale;

/**
 * Masks the values of keys that name a secret: the list of Flink 2.3's {@code GlobalConfiguration},
 * for clusters of every version.
 */
final class Secrets {
  private static final String MASKED = "******";
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

  private Secrets() {}

  static String mask(String key, String value) {
    String lower = key.toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(lower::contains) ? MASKED : value;
  }
}
