// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import dev.weir.server.settings.types.Masked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that Flink's own keys of a configuration file give. */
final class FlinkLayer {
  private FlinkLayer() {}

  /**
   * The Weir settings that Flink's keys give. A value that Weir cannot use is left out: it may be
   * valid for Flink.
   *
   * @param stronger the settings of all other sources
   * @param remarks receives a sentence for each value that is left out
   */
  static Layer of(FlinkConfFile file, ResolvedSettings stronger, List<String> remarks) {
    Layer.Builder layer = Layer.builder("Flink's keys", Layer.FLINK_KEYS);
    for (Setting<?> setting : SettingKeys.all()) {
      if (!stronger.isSet(setting)) {
        add(setting, file, layer, remarks);
      }
    }
    return layer.build();
  }

  private static void add(
      Setting<?> setting, FlinkConfFile file, Layer.Builder layer, List<String> remarks) {
    for (String key : setting.flinkKeys()) {
      ConfEntry entry = file.entries().get(key);
      if (entry == null) {
        continue;
      }
      String value = setting.type().fromFlink().apply(entry.value());
      if (setting.type().parse(value).isPresent()) {
        layer.add(setting.key(), value, key + " in " + file.place(entry));
        return;
      }
      remarks.add(
          "%s is '%s' (%s), which Weir ignores: %s %s."
              .formatted(
                  key,
                  Masked.value(key, entry.value()),
                  file.place(entry),
                  setting.key(),
                  setting.type().complaint(value)));
    }
  }

  /** All Flink keys with their values, for the embedded Flink. */
  static Map<String, String> all(FlinkConfFile file) {
    Map<String, String> configuration = new LinkedHashMap<>();
    for (ConfEntry entry : file.entries().values()) {
      if (!FlinkConfFile.isOurs(entry.key())) {
        configuration.put(entry.key(), entry.value());
      }
    }
    return configuration;
  }
}
