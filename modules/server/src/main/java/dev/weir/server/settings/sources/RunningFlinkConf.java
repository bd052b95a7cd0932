// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.server.settings.keys.EmbeddedKeys;
import dev.weir.server.settings.keys.ServerKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration of the Flink whose process this is. */
final class RunningFlinkConf {
  private static final String NAME = "Flink's configuration";

  /** Flink's own listener, and what an embedded Flink would take: neither is a setting of Weir. */
  private static final Set<String> OF_FLINK =
      Stream.concat(
              Stream.of("rest.port", "web.port", "rest.bind-address", "web.address"),
              EmbeddedKeys.all().stream().flatMap(setting -> setting.flinkKeys().stream()))
          .collect(Collectors.toUnmodifiableSet());

  private RunningFlinkConf() {}

  /** Takes the keys that may give settings, by name. */
  static FlinkConfFile of(Map<String, String> configuration) throws SettingsException {
    Map<String, ConfEntry> entries = new LinkedHashMap<>();
    List<String> remarks = new ArrayList<>();
    for (Map.Entry<String, String> entry : new TreeMap<>(configuration).entrySet()) {
      String key = entry.getKey();
      if (key.equals(ServerKeys.CONF_DIR.key())) {
        remarks.add(key + " has no effect: " + NAME + " counts.");
      } else if (!OF_FLINK.contains(key)) {
        String value =
            FlinkConfFile.isOurs(key)
                ? ModernConf.text(NAME, key, entry.getValue())
                : entry.getValue();
        entries.put(key, new ConfEntry(key, value, 0));
      }
    }
    return new FlinkConfFile(NAME, entries, remarks, List.of());
  }
}
