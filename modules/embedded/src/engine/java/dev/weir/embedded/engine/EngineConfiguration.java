// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RpcOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/**
 * The configuration of the embedded Flink. The user's keys override Weir's defaults, but not its
 * fixed keys.
 */
final class EngineConfiguration {

  private static final String LOOPBACK = "127.0.0.1";

  private final Configuration settings;

  private EngineConfiguration(Configuration settings) {
    this.settings = settings;
  }

  static Configuration of(
      Map<String, Path> directories, int slotsPerTaskManager, Map<String, String> configuration) {
    EngineConfiguration engine = new EngineConfiguration(Configuration.fromMap(configuration));
    engine.addDefaults(directories);
    engine.enforce(directory(directories, "log"), slotsPerTaskManager);
    return engine.settings;
  }

  static Path directory(Map<String, Path> directories, String name) {
    return Objects.requireNonNull(directories.get(name), name);
  }

  private void addDefaults(Map<String, Path> directories) {
    String tmp = directory(directories, "tmp").toString();
    byDefault(CoreOptions.TMP_DIRS, tmp);
    byDefault(WebOptions.TMP_DIR, tmp);
    byDefault(WebOptions.UPLOAD_DIR, directory(directories, "upload").toString());
    byDefault(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory(directories, "checkpoints").toUri().toString());
    byDefault(
        CheckpointingOptions.SAVEPOINT_DIRECTORY,
        directory(directories, "savepoints").toUri().toString());

    // Each TaskManager allocates its network memory at start; Flink's own default is 64 MiB. In one
    // process, minimum and maximum must be equal; Flink derives one from the other.
    if (!settings.contains(TaskManagerOptions.NETWORK_MEMORY_MAX)) {
      byDefault(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
    }
    byDefault(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64));

    // How long Flink answers about a job from its cache. Only this server polls it.
    byDefault(
        ConfigOptions.key("web.refresh-interval")
            .stringType()
            .noDefaultValue()
            .withFallbackKeys("jobmanager.web.refresh-interval"),
        "200");

    byDefault(JobManagerOptions.BIND_HOST, LOOPBACK);
    byDefault(TaskManagerOptions.BIND_HOST, LOOPBACK);
    byDefault(TaskManagerOptions.HOST, "localhost");
    byDefault(RpcOptions.JVM_EXIT_ON_FATAL_ERROR, false);
    FlinkRelease.DEFAULTS.forEach(
        (key, value) -> byDefault(ConfigOptions.key(key).stringType().noDefaultValue(), value));
  }

  /**
   * Fixed keys that the server relies on: listening address, log files, standard output and slots.
   */
  private void enforce(Path logDirectory, int slotsPerTaskManager) {
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(RestOptions.PORT, 0);
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(WebOptions.LOG_PATH, logDirectory.resolve("jobmanager.log").toString());
    settings.set(
        TaskManagerOptions.TASK_MANAGER_LOG_PATH,
        logDirectory.resolve("taskmanager.log").toString());
    settings.set(
        TaskManagerOptions.TASK_MANAGER_SYSTEM_OUT_MODE, TaskManagerOptions.SystemOutMode.DEFAULT);
    settings.set(TaskManagerOptions.NUM_TASK_SLOTS, slotsPerTaskManager);
  }

  /** Checks the option rather than its key: the user may have set a former name. */
  private <T> void byDefault(ConfigOption<T> option, T value) {
    if (!settings.contains(option)) {
      settings.set(option, value);
    }
  }
}
