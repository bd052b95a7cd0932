// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flink's configuration for one cluster: the test's own keys before the fixture's. */
final class ClusterConfiguration {
  private static final String LOOPBACK = "127.0.0.1";

  private ClusterConfiguration() {}

  /**
   * Writes it in the form that this version reads.
   *
   * @param zooKeeperPort 0 without high availability
   */
  static void write(
      FlinkLaunch launch, ClusterDirectory directory, int rpcPort, int zooKeeperPort) {
    Map<String, String> settings = ofTheFixture(launch, directory, rpcPort);
    if (zooKeeperPort != 0) {
      settings.putAll(highAvailability(launch.version(), directory, zooKeeperPort));
    }
    settings.putAll(launch.configuration());
    write(launch.version(), directory, settings);
  }

  /** Writes settings in the form that a version reads. */
  static void write(
      FlinkVersion version, ClusterDirectory directory, Map<String, String> settings) {
    if (version.isAtLeast(1, 19)) {
      directory.write("config.yaml", lines(settings, "'"));
    } else {
      directory.write("flink-conf.yaml", lines(settings, ""));
    }
  }

  private static Map<String, String> ofTheFixture(
      FlinkLaunch launch, ClusterDirectory directory, int rpcPort) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("jobmanager.rpc.address", LOOPBACK);
    settings.put("jobmanager.rpc.port", Integer.toString(rpcPort));
    settings.put("jobmanager.bind-host", LOOPBACK);
    settings.put("rest.address", LOOPBACK);
    settings.put("rest.bind-address", LOOPBACK);
    settings.put("taskmanager.host", "localhost");
    settings.put("taskmanager.bind-host", LOOPBACK);
    settings.put("taskmanager.numberOfTaskSlots", Integer.toString(launch.slots()));
    settings.put("taskmanager.memory.process.size", "1024m");
    settings.put("taskmanager.memory.jvm-metaspace.size", "192m");
    settings.put("taskmanager.memory.network.min", "64m");
    settings.put("taskmanager.memory.network.max", "64m");
    settings.put("taskmanager.memory.managed.size", "64m");
    settings.put("io.tmp.dirs", directory.tmp().toString());
    // Milliseconds without a unit, as all versions read them.
    // TaskManagers start beside the JobManager, and may well be first.
    settings.put("cluster.registration.error-delay", "500");
    settings.put("cluster.registration.refused-registration-delay", "500");
    // A process that is gone is missed after the second heartbeat that nobody takes.
    settings.put("heartbeat.interval", "2000");
    if (launch.version().isAtLeast(1, 20)) {
      settings.put("execution.checkpointing.dir", directory.uri("checkpoints"));
      settings.put("execution.checkpointing.savepoint-dir", directory.uri("savepoints"));
    } else {
      settings.put("state.checkpoints.dir", directory.uri("checkpoints"));
      settings.put("state.savepoints.dir", directory.uri("savepoints"));
    }
    return settings;
  }

  private static Map<String, String> highAvailability(
      FlinkVersion version, ClusterDirectory directory, int zooKeeperPort) {
    return Map.of(
        version.isAtLeast(1, 17) ? "high-availability.type" : "high-availability",
        "zookeeper",
        "high-availability.zookeeper.quorum",
        LOOPBACK + ":" + zooKeeperPort,
        "high-availability.storageDir",
        directory.uri("ha"));
  }

  private static List<String> lines(Map<String, String> settings, String quote) {
    return settings.entrySet().stream()
        .map(one -> one.getKey() + ": " + quote + one.getValue() + quote)
        .toList();
  }
}
