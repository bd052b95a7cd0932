// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import dev.weir.server.settings.Settings;
import dev.weir.server.settings.sources.GivenSetting;
import dev.weir.server.settings.sources.SettingsSources.Rank;
import dev.weir.server.settings.sources.SettingsSources.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Defaults of settings inside a JobManager: Weir is a guest there. */
final class HostDefaults {
  /** The port of Flink 1.3's API, which Flink itself has taken unless told otherwise. */
  static final int CLASSIC_PORT = 8081;

  private static final int OTHER_PORT = 8083;

  /**
   * Less memory, fewer threads and less disk than a server of its own. docs/jobmanager.md has the
   * list.
   */
  static final Map<String, String> LOWERED =
      Map.of(
          "weir.snapshots.max-bytes", "32 MiB",
          "weir.upstream.max-pending-bytes", "16 MiB",
          "weir.http.max-unsent-bytes", "16 MiB",
          "weir.http.max-connections", "1000",
          "weir.http.max-connections-per-client", "500",
          "weir.http.workers", "4",
          "weir.upstream.transfers", "4",
          "weir.upload.max-pending-bytes", "256 MiB",
          "weir.upload.max-stored-bytes", "256 MiB",
          "weir.shutdown.timeout", "2 s");

  private static final Pattern OF_A_PROCESS =
      Pattern.compile("weir\\.(flink|demo|conf-dir|embedded\\..*|log\\.(?!level).*)");

  private HostDefaults() {}

  /** The sources that give them. */
  static List<Source> of(FlinkRest rest) {
    return List.of(
        new Source("Flink's security.ssl.rest keys", Rank.BEFORE_DEFAULTS, rest.certificates()),
        new Source("default inside a JobManager", Rank.DEFAULTS, defaults(rest)));
  }

  private static Map<String, String> defaults(FlinkRest rest) {
    int port = rest.mayTake(CLASSIC_PORT) ? OTHER_PORT : CLASSIC_PORT;
    return Stream.concat(
            LOWERED.entrySet().stream(), Stream.of(Map.entry("weir.port", Integer.toString(port))))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How Weir and Flink swap their ports, if Weir's is a default; empty otherwise. */
  static Optional<String> howToSwap(Settings settings, FlinkRest rest) {
    return rest.mayTake(CLASSIC_PORT) && settings.server().port() == OTHER_PORT
        ? Optional.of(
            "Flink has port %d, where clients of Flink 1.3 expect Weir. To swap: rest.port: %d, weir.port: %d."
                .formatted(CLASSIC_PORT, OTHER_PORT, CLASSIC_PORT))
        : Optional.empty();
  }

  /** The given keys that are about a process of Weir's own. */
  static List<String> withoutEffect(Settings settings) {
    return settings.given().stream()
        .map(GivenSetting::key)
        .filter(key -> OF_A_PROCESS.matcher(key).matches())
        .toList();
  }
}
