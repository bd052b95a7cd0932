// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.time.Deadline;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.flink.util.concurrent.FutureUtils;
import org.apache.flink.util.concurrent.ScheduledExecutorServiceAdapter;

/** A running Flink: its logging and its cluster. */
@SuppressWarnings("try") // The caller of close gets the interruption.
public final class FlinkEngine implements AutoCloseable {

  private static final Duration REGISTRATION_DEADLINE = Duration.ofSeconds(30);
  private static final Duration REGISTRATION_CHECK = Duration.ofMillis(5);

  private final EngineLogging logging;
  private final EngineCluster cluster;
  private final Duration shutdownDeadline;

  private FlinkEngine(EngineLogging logging, EngineCluster cluster, Duration shutdownDeadline) {
    this.logging = logging;
    this.cluster = cluster;
    this.shutdownDeadline = shutdownDeadline;
  }

  /**
   * Starts Flink and waits for its TaskManagers. The context class loader must be that of this
   * class, because Flink's threads inherit it.
   *
   * @param directories directories that Flink writes to: {@code log}, {@code tmp}, {@code upload},
   *     {@code checkpoints} and {@code savepoints}
   * @param configuration Flink's own keys; they override Weir's defaults
   * @param shutdownDeadline how long {@link #close} waits
   * @param facts receives {@code address} and {@code version}
   * @return the running Flink
   */
  public static AutoCloseable start(
      Map<String, Path> directories,
      int taskManagers,
      int slotsPerTaskManager,
      Map<String, String> configuration,
      Duration shutdownDeadline,
      BiConsumer<String, String> facts)
      throws Exception {
    // Logging starts before the first class of Flink, which would configure it differently.
    EngineLogging logging = EngineLogging.start(EngineConfiguration.directory(directories, "log"));
    try {
      Configuration settings =
          EngineConfiguration.of(directories, slotsPerTaskManager, configuration);
      FileSystem.initialize(settings, null);
      EngineCluster cluster = startCluster(settings, taskManagers, shutdownDeadline);
      facts.accept("address", cluster.getRestAddress().get().toString());
      facts.accept("version", EnvironmentInformation.getVersion());
      return new FlinkEngine(logging, cluster, shutdownDeadline);
    } catch (Exception e) {
      try (logging) {
        throw e;
      }
    }
  }

  private static EngineCluster startCluster(
      Configuration settings, int taskManagers, Duration shutdownDeadline) throws Exception {
    EngineCluster cluster =
        new EngineCluster(
            new MiniClusterConfiguration(
                settings,
                taskManagers,
                RpcServiceSharing.SHARED,
                null,
                MiniCluster.HaServices.CONFIGURED,
                null));
    try {
      cluster.start();
      awaitTaskManagers(cluster, taskManagers);
      return cluster;
    } catch (Exception e) {
      AutoCloseable started = () -> cluster.stop(shutdownDeadline);
      try (started) {
        throw e;
      }
    }
  }

  private static void awaitTaskManagers(MiniCluster cluster, int taskManagers) throws Exception {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    try {
      FutureUtils.retrySuccessfulWithDelay(
              cluster::getResourceOverview,
              REGISTRATION_CHECK,
              Deadline.fromNow(REGISTRATION_DEADLINE),
              overview -> overview.getNumberTaskManagers() >= taskManagers,
              new ScheduledExecutorServiceAdapter(timer))
          .get();
    } finally {
      timer.shutdownNow();
    }
  }

  /**
   * Stops the cluster with its jobs, then logging.
   *
   * @throws TimeoutException if the cluster did not stop in time; logging is stopped anyway
   */
  @Override
  public void close() throws Exception {
    try (logging) {
      cluster.stop(shutdownDeadline);
    }
  }
}
