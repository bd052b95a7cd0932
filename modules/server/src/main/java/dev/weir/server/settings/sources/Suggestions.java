// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.model.Printable;
import dev.weir.model.clusters.ClusterName;
import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a user meant by a name that does not exist. */
public final class Suggestions {
  private static final int FEW = 3;

  private Suggestions() {}

  /**
   * The candidate with the fewest changes from the text; empty if every candidate needs too many.
   */
  public static Optional<String> of(String text, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> changes(text, candidate) <= FEW)
        .min(Comparator.comparingInt(candidate -> changes(text, candidate)));
  }

  /** Reports an unknown key, without its value: the value may be meant as a secret. */
  static SettingsException unknownKey(String key, String origin) {
    return unknown(key, origin, to(key).key());
  }

  /** Reports an unknown environment variable. */
  static SettingsException unknownVariable(String name) {
    return unknown(name, "environment variable", to(name).environmentVariable());
  }

  private static SettingsException unknown(String name, String origin, String nearest) {
    return new SettingsException(
        "%s is given (%s), but there is no such setting; the nearest is %s."
            .formatted(Printable.of(name), origin, nearest));
  }

  /**
   * The setting that one of Flink's keys gives. Otherwise the setting whose key, or a part of it,
   * needs the fewest changes to become the text.
   */
  static Setting<?> to(String text) {
    Optional<ClusterName> cluster = ClusterKeys.name(text);
    if (cluster.isPresent()) {
      return byLikeness(text, ClusterKeys.all(cluster.get()));
    }
    Optional<Setting<?>> flinks =
        SettingKeys.all().stream().filter(s -> s.flinkKeys().contains(text)).findFirst();
    return flinks.orElseGet(() -> byLikeness(text, SettingKeys.all()));
  }

  private static Setting<?> byLikeness(String text, List<Setting<?>> among) {
    String meant = normalized(text);
    return among.stream()
        .min(Comparator.comparingInt(setting -> distance(meant, normalized(setting.key()))))
        .orElseThrow();
  }

  private static String normalized(String key) {
    String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
    return name.startsWith(Setting.PREFIX) ? name.substring(Setting.PREFIX.length()) : name;
  }

  /**
   * The number of changes between a text and a key. A part of the key counts too, so {@code
   * timeout} finds {@code upstream.timeout}, and {@code log} finds {@code log.level}. Every segment
   * left out costs one.
   */
  private static int distance(String meant, String key) {
    int best = changes(meant, key);
    int segments = (int) key.chars().filter(c -> c == '.').count() + 1;
    int dot = key.indexOf('.');
    for (int before = 1; before < segments; before++) {
      best = Math.min(best, before + changes(meant, key.substring(dot + 1)));
      best = Math.min(best, segments - before + changes(meant, key.substring(0, dot)));
      dot = key.indexOf('.', dot + 1);
    }
    return best;
  }

  /** The Levenshtein distance. */
  static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[row.length - 1];
  }
}
