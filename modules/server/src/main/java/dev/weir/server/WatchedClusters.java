// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.flink.AnswerBudget;
import dev.weir.flink.FlinkClientOptions;
import dev.weir.flink.JobManagers;
import dev.weir.flink.Secrets;
import dev.weir.flink.http.FlinkClient;
import dev.weir.flink.zookeeper.ZooKeeperJobManagers;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.Clusters;
import dev.weir.monitor.MonitorOptions;
import dev.weir.monitor.jars.JarStore;
import dev.weir.monitor.savepoints.SavepointDirectories;
import dev.weir.monitor.snapshots.SnapshotListeners;
import dev.weir.monitor.snapshots.SnapshotPolicy;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.keys.AuditKeys;
import dev.weir.server.settings.keys.SavepointKeys;
import dev.weir.server.settings.keys.SnapshotKeys;
import dev.weir.server.settings.keys.UpstreamKeys;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Starts watching the configured clusters. */
public final class WatchedClusters {
  private final Settings settings;
  private final Optional<JobManagers> own;
  private final WorkDirectory directory;
  private final AnswerMemory memory;
  private final AnswerBudget pending;
  private final ExecutorService upstream;
  private final ExecutorService files;
  private final HttpClient http;

  private WatchedClusters(
      Settings settings,
      Optional<JobManagers> own,
      WorkDirectory directory,
      ThreadFactory threads,
      CloseStack parts) {
    this.settings = settings;
    this.own = own;
    this.directory = directory;
    this.memory = AnswerMemory.of(settings, Runtime.getRuntime().maxMemory());
    this.pending = new AnswerBudget(memory.pending());
    this.upstream =
        executor(
            threads,
            "weir-upstream",
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            "The threads for answers of clusters",
            parts);
    this.files = executor(threads, "weir-files", 1, "The thread for files", parts);
    // Shared by all clusters without certificates of their own, because each client has a thread.
    this.http = FlinkClient.http(upstream, settings.value(UpstreamKeys.TIMEOUT), null);
  }

  /**
   * Starts watching. The parts then include everything that must be stopped.
   *
   * @param own the JobManagers of the Flink in this process; empty if there is none
   * @param threads creates the threads that process answers of clusters
   */
  public static Clusters start(
      Settings settings,
      Optional<JobManagers> own,
      WorkDirectory directory,
      ThreadFactory threads,
      CloseStack parts)
      throws StartFailure, IOException {
    WatchedClusters watched = new WatchedClusters(settings, own, directory, threads, parts);
    List<ClusterMonitor> monitors = new ArrayList<>();
    for (Settings.Cluster cluster : settings.clusters()) {
      ClusterMonitor monitor = watched.monitor(cluster);
      parts.add("The monitor of cluster " + cluster.name(), monitor::close);
      monitors.add(monitor);
    }
    monitors.forEach(ClusterMonitor::start);
    return new Clusters(monitors, settings.value(UpstreamKeys.PATIENCE));
  }

  /** Problems of the certificate stores of clusters, one sentence each. */
  public static List<String> problems(Settings settings) {
    List<String> problems = new ArrayList<>();
    for (Settings.Cluster cluster : settings.clusters()) {
      try {
        if (cluster.tls().isPresent()) {
          ClientTls.context(cluster.name(), cluster.tls().get());
        }
      } catch (StartFailure e) {
        problems.add(e.located(settings).getMessage());
      }
    }
    return problems;
  }

  private static ExecutorService executor(
      ThreadFactory threads, String name, int size, String part, CloseStack parts) {
    ExecutorService executor =
        Executors.newFixedThreadPool(
            size,
            task -> {
              Thread thread = threads.newThread(task);
              thread.setName(name);
              return thread;
            });
    parts.add(part, executor::shutdownNow);
    return executor;
  }

  private ClusterMonitor monitor(Settings.Cluster cluster) throws StartFailure, IOException {
    JarStore programs =
        JarStore.open(
            programs(cluster), settings.submission().maxStoredBytes(), InstantSource.system());
    return new ClusterMonitor(
        cluster.name(),
        client(cluster),
        new MonitorOptions(
            SnapshotPolicy.builder()
                .refreshInterval(settings.value(SnapshotKeys.REFRESH_INTERVAL))
                .maxStaleness(settings.value(SnapshotKeys.MAX_STALENESS))
                .maxUnreachable(settings.value(SnapshotKeys.MAX_UNREACHABLE))
                .maxBytes(memory.snapshots())
                .build(),
            settings.value(SnapshotKeys.PROBE_INTERVAL),
            settings.value(SavepointKeys.REMEMBERED),
            new SavepointDirectories(
                settings.optional(SavepointKeys.DIRECTORIES).orElse(List.of()))),
        programs,
        SnapshotListeners.NONE,
        upstream,
        files,
        InstantSource.system());
  }

  private Path programs(Settings.Cluster cluster) {
    return settings
        .submission()
        .uploadDir()
        .map(given -> given.resolve("weir"))
        .orElseGet(directory::programs)
        .resolve(cluster.name().value());
  }

  private FlinkClient client(Settings.Cluster cluster) throws StartFailure {
    HttpClient itsHttp =
        cluster.tls().isPresent()
            ? FlinkClient.http(
                upstream,
                settings.value(UpstreamKeys.TIMEOUT),
                ClientTls.context(cluster.name(), cluster.tls().get()))
            : http;
    return new FlinkClient(
        jobManagers(cluster),
        FlinkClientOptions.builder()
            .readDeadline(settings.value(UpstreamKeys.TIMEOUT))
            .changeDeadline(settings.value(UpstreamKeys.CHANGE_TIMEOUT))
            .runDeadline(settings.value(UpstreamKeys.RUN_TIMEOUT))
            .transferDeadline(settings.value(UpstreamKeys.TRANSFER_TIMEOUT))
            .transferSilence(settings.value(UpstreamKeys.TRANSFER_SILENCE))
            .requestsAtOnce(settings.value(UpstreamKeys.CONNECTIONS))
            .requestsWaiting(settings.value(UpstreamKeys.MAX_WAITING))
            .maxAnswerBytes(memory.answer())
            .memory(pending)
            .headers(cluster.headers())
            .secrets(new Secrets(settings.optional(AuditKeys.MASKED_KEYS).orElse(List.of())))
            .build(),
        itsHttp,
        upstream,
        InstantSource.system());
  }

  private JobManagers jobManagers(Settings.Cluster cluster) {
    if (cluster.zooKeeper().isPresent()) {
      return ZooKeeperJobManagers.following(cluster.zooKeeper().get());
    }
    return cluster.embedded() ? own.orElseThrow() : JobManagers.at(cluster.addresses());
  }
}
