// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.embedded.EmbeddedFlink;
import dev.weir.embedded.EmbeddedFlinkException;
import dev.weir.embedded.EmbeddedFlinkOptions;
import dev.weir.server.CloseStack;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.keys.SnapshotKeys;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the embedded Flink as configured. */
final class EmbeddedStart {
  private static final Logger LOG = System.getLogger(EmbeddedStart.class.getName());

  /** Flink's keys for its directory of uploaded jars, the current key first. */
  private static final List<String> UPLOAD_KEYS =
      List.of("web.upload.dir", "jobmanager.web.upload.dir");

  private EmbeddedStart() {}

  static EmbeddedFlink start(Settings settings, Path directory, CloseStack parts)
      throws StartFailure {
    ZooKeeperWait.await(settings.flinkConfiguration());
    try {
      EmbeddedFlink flink =
          EmbeddedFlink.start(
              settings.embedded().flink(),
              new EmbeddedFlinkOptions(
                  directory,
                  settings.embedded().taskManagers(),
                  settings.embedded().slots(),
                  flinkConfiguration(settings),
                  settings.shutdownTimeout().dividedBy(2)));
      parts.add("The embedded Flink", flink::close);
      flink.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
      return flink;
    } catch (EmbeddedFlinkException e) {
      throw new StartFailure(e.explanation(), e);
    }
  }

  /** The user's Flink keys, overridden by the keys that Weir's settings control. */
  private static Map<String, String> flinkConfiguration(Settings settings) {
    Map<String, String> configuration = new HashMap<>(settings.flinkConfiguration());
    String history = Integer.toString(settings.embedded().history());
    configuration.put("jobstore.max-capacity", history);
    configuration.put("completed-application-store.max-capacity", history);
    configuration.put("web.submit.enable", Boolean.toString(settings.submission().enabled()));
    configuration.put(
        "web.refresh-interval", settings.value(SnapshotKeys.REFRESH_INTERVAL).toMillis() + " ms");
    // Flink accepts no relative path.
    configuration.keySet().removeAll(UPLOAD_KEYS);
    settings
        .embedded()
        .uploadDir()
        .ifPresent(dir -> configuration.put(UPLOAD_KEYS.get(0), dir.toAbsolutePath().toString()));
    return configuration;
  }
}
