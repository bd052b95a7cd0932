// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.embedded.FlinkDashboard;
import dev.weir.flink.ClusterException;
import dev.weir.flink.JobManagers;
import dev.weir.http.ClustersServer;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.clusters.ClusterStatus;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.Clusters;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.server.CloseStack;
import dev.weir.server.Directories;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** The standalone server: its clusters, embedded or not, and the API over them. */
public final class StandaloneServer implements Server {
  private final CloseStack parts;
  private final StartReport report;

  private StandaloneServer(CloseStack parts, StartReport report) {
    this.parts = parts;
    this.report = report;
  }

  /**
   * Starts the embedded Flink if the settings have one, then the API.
   *
   * @throws StartFailure if either does not start; everything that was started is stopped
   */
  public static Server start(Settings settings) throws StartFailure {
    Directories.require(settings);
    requireFree(settings.server());
    return CloseStack.started(settings, parts -> started(settings, parts));
  }

  /** Checks the port before a cluster is started in vain. Only the listener itself can be sure. */
  static void requireFree(Settings.Server server) throws StartFailure {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(server.bind(), server.port()));
    } catch (IOException e) {
      throw StartFailure.listening(server.bind(), server.port(), e);
    }
  }

  private static Server started(Settings settings, CloseStack parts)
      throws StartFailure, IOException {
    ClustersServer server =
        ClustersServer.start(
            settings,
            directory ->
                JobManagers.at(
                    List.of(EmbeddedStart.start(settings, directory.root(), parts).address())),
            FlinkDashboard.find().map(dashboard -> dashboard::open),
            parts);
    List<String> demoJobs =
        settings.embedded().demo()
            ? demoJobs(settings, server.clusters(), server.uploads())
            : List.of();
    return new StandaloneServer(
        parts, report(server.address(), settings, server.clusters(), demoJobs));
  }

  private static List<String> demoJobs(Settings settings, Clusters clusters, JarUploads uploads)
      throws StartFailure, IOException {
    try {
      return new DemoJobs(embedded(settings, clusters), uploads)
          .submit(settings.embedded().flink());
    } catch (CompletionException e) {
      String reason = ClusterException.unwrap(e).getMessage();
      throw new StartFailure("The example jobs could not be submitted: " + reason, e);
    }
  }

  private static ClusterMonitor embedded(Settings settings, Clusters clusters) {
    return settings.clusters().stream()
        .filter(Settings.Cluster::embedded)
        .flatMap(cluster -> clusters.find(cluster.name()).stream())
        .findFirst()
        .orElseThrow();
  }

  private static StartReport report(
      URI address, Settings settings, Clusters clusters, List<String> demoJobs) {
    Map<ClusterName, Boolean> embedded =
        settings.clusters().stream()
            .collect(Collectors.toMap(Settings.Cluster::name, Settings.Cluster::embedded));
    return new StartReport(
        Versions.ofBuild().weir(),
        address,
        clusters.statuses(all -> true).join().clusters().stream()
            .map(status -> report(status, embedded.getOrDefault(status.name(), false)))
            .toList(),
        demoJobs);
  }

  private static StartReport.Cluster report(ClusterStatus status, boolean embedded) {
    Optional<ClusterOverview> overview = Optional.ofNullable(status.overview());
    return new StartReport.Cluster(
        status.name().value(),
        embedded,
        status.addresses(),
        overview.map(ClusterOverview::flinkVersion),
        overview.map(known -> new StartReport.Capacity(known.taskmanagers(), known.slotsTotal())));
  }

  @Override
  public StartReport report() {
    return report;
  }

  @Override
  public void awaitEnd() throws InterruptedException {
    NeededThreads watch = NeededThreads.watch();
    try {
      // The server never ends by itself: the process is asked to end.
      new CountDownLatch(1).await();
    } finally {
      watch.close();
    }
  }

  @Override
  public void close() {
    parts.close();
  }
}
