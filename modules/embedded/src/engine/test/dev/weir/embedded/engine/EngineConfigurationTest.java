// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.junit.jupiter.api.Test;

/** The user's keys come before our defaults and after what the server counts on. */
class EngineConfigurationTest {

  private static final Path WORK = Path.of("work").toAbsolutePath();

  @Test
  void everythingIsKeptInTheWorkDirectoryByDefault() {
    Configuration settings = configured(Map.of());

    assertThat(settings.get(CoreOptions.TMP_DIRS)).isEqualTo(WORK.resolve("tmp").toString());
    assertThat(settings.get(WebOptions.UPLOAD_DIR)).isEqualTo(WORK.resolve("upload").toString());
    assertThat(settings.get(CheckpointingOptions.SAVEPOINT_DIRECTORY))
        .isEqualTo(WORK.resolve("savepoints").toUri().toString());
    assertThat(settings.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY))
        .isEqualTo(WORK.resolve("checkpoints").toUri().toString());
  }

  @Test
  void aKeyOfTheUsersComesBeforeOurs() {
    Configuration settings =
        configured(
            Map.of(
                "io.tmp.dirs", "/elsewhere",
                "taskmanager.memory.managed.size", "100m"));

    assertThat(settings.get(CoreOptions.TMP_DIRS)).isEqualTo("/elsewhere");
    assertThat(settings.get(TaskManagerOptions.MANAGED_MEMORY_SIZE).getMebiBytes()).isEqualTo(100);
  }

  @Test
  void ourNetworkMemoryDoesNotGetInTheWayOfTheUsers() {
    Configuration settings = configured(Map.of("taskmanager.memory.network.max", "16m"));

    assertThat(settings.contains(TaskManagerOptions.NETWORK_MEMORY_MIN)).isFalse();
  }

  @Test
  void aFormerNameOfAKeyCountsAsMuchAsThePresentOne() {
    Configuration settings = configured(Map.of("state.savepoints.dir", "file:/elsewhere"));

    assertThat(settings.get(CheckpointingOptions.SAVEPOINT_DIRECTORY)).isEqualTo("file:/elsewhere");
  }

  @Test
  void whereFlinkListensAndLogsIsNotTheUsersToSay() {
    Configuration settings =
        configured(
            Map.of(
                "rest.port", "8081",
                "rest.bind-port", "8081",
                "rest.address", "example.org",
                "rest.bind-address", "0.0.0.0",
                "web.log.path", "/elsewhere.log",
                "taskmanager.log.path", "/elsewhere.log",
                "taskmanager.system-out.mode", "LOG",
                "taskmanager.numberOfTaskSlots", "99"));

    assertThat(settings.get(RestOptions.PORT)).isZero();
    assertThat(settings.get(RestOptions.BIND_PORT)).isEqualTo("0");
    assertThat(settings.get(RestOptions.ADDRESS)).isEqualTo("127.0.0.1");
    assertThat(settings.get(RestOptions.BIND_ADDRESS)).isEqualTo("127.0.0.1");
    assertThat(settings.get(WebOptions.LOG_PATH)).startsWith(WORK.toString());
    assertThat(settings.get(TaskManagerOptions.TASK_MANAGER_LOG_PATH)).startsWith(WORK.toString());
    assertThat(settings.get(TaskManagerOptions.TASK_MANAGER_SYSTEM_OUT_MODE))
        .isEqualTo(TaskManagerOptions.SystemOutMode.DEFAULT);
    assertThat(settings.get(TaskManagerOptions.NUM_TASK_SLOTS)).isEqualTo(3);
  }

  private static Configuration configured(Map<String, String> configuration) {
    Map<String, Path> directories =
        Stream.of("log", "tmp", "upload", "checkpoints", "savepoints")
            .collect(Collectors.toMap(name -> name, WORK::resolve));
    return EngineConfiguration.of(directories, 3, configuration);
  }
}
