// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.flink.ClusterSource;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.jars.JarStore;
import dev.weir.monitor.savepoints.SavepointDirectories;
import dev.weir.monitor.snapshots.SnapshotListeners;
import dev.weir.monitor.snapshots.SnapshotPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Monitors that do all on the thread of the test. */
final class TestMonitors {
  static final Duration REFRESH = Duration.ofSeconds(5);
  static final Duration STALENESS = Duration.ofSeconds(10);
  static final Duration UNREACHABLE = Duration.ofMinutes(10);
  static final Duration PROBE = Duration.ofMinutes(1);
  static final String ALLOWED = "file:/savepoints";

  private TestMonitors() {}

  static ClusterMonitor of(
      String name, ClusterSource cluster, Path directory, InstantSource clock) {
    try {
      return new ClusterMonitor(
          new ClusterName(name),
          cluster,
          new MonitorOptions(
              new SnapshotPolicy(REFRESH, STALENESS, UNREACHABLE, 1 << 20),
              PROBE,
              100,
              new SavepointDirectories(List.of(ALLOWED))),
          JarStore.open(directory.resolve(name), 1 << 20, clock),
          SnapshotListeners.NONE,
          Runnable::run,
          Runnable::run,
          clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
