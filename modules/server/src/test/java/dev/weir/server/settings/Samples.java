// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A text for every setting that is not its default. A new setting needs an edit for a new type. */
final class Samples {
  /** Each setting is given the first that its type takes, after the words that its type names. */
  private static final List<String> OF_TYPES =
      List.of(
          "2 MiB",
          "3 kb",
          "13",
          "9 s",
          "https://id.example.org",
          "/etc/weir/some.xml",
          "10.0.0.0/8, ::1",
          "s3://bucket/sp,file:///data",
          "RS256,ES256");

  /** Those that must fit others, or have a default that depends on others. */
  private static final Map<String, String> FITTING =
      Map.of(
          "weir.cluster", "prod=http://jm1:8081,http://jm2:8081 local=embedded",
          "weir.default-cluster", "local",
          "weir.submit.enabled", "false",
          "weir.security.oidc.keys-retry", "3 s");

  /** Those that lead to files, and the key store, since PEM files are given. */
  private static final List<String> LEFT_OUT =
      List.of("weir.conf-dir", "weir.config", "weir.tls.keystore", "weir.tls.keystore-password");

  private Samples() {}

  /** A text for every setting but a few, by its key. */
  static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Setting<?> setting : SettingKeys.all()) {
      if (!LEFT_OUT.contains(setting.key())) {
        texts.put(
            setting.key(),
            Optional.ofNullable(FITTING.get(setting.key())).orElseGet(() -> text(setting)));
      }
    }
    return texts;
  }

  private static <T> String text(Setting<T> setting) {
    Optional<T> byDefault = setting.defaultText().flatMap(setting.type()::parse);
    return Stream.concat(Stream.of(setting.type().name().split(", | or ")), OF_TYPES.stream())
        .filter(text -> setting.type().parse(text).isPresent())
        .filter(text -> !setting.type().parse(text).equals(byDefault))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample for " + setting.key()));
  }
}
