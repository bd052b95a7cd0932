package dev.weir.launcher.server;

import dev.weir.embedded.EmbeddedFlink;
import dev.weir.embedded.FlinkSeries;
import dev.weir.flink.ClusterDocuments;
import dev.weir.flink.ClusterException;
import dev.weir.flink.FlinkClient;
import dev.weir.flink.FlinkClientOptions;
import dev.weir.launcher.ListeningAddress;
import dev.weir.launcher.Server;
import dev.weir.launcher.StartFailure;
import dev.weir.launcher.StartReport;
import dev.weir.launcher.Versions;
import dev.weir.launcher.settings.Settings;
import dev.weir.model.ClusterOverview;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.ProgramUploads;
import dev.weir.monitor.SnapshotPolicy;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server of one process: its cluster, embedded or not, and the API over it. */
public final class StandaloneServer implements Server {
  private static final Logger LOG = System.getLogger(StandaloneServer.class.getName());

  /** What a form may have around the file in it. */
  private static final int FORM_BYTES = 64 << 10;

  private final Parts parts;
  private final StartReport report;

  private StandaloneServer(Parts parts, StartReport report) {
    this.parts = parts;
    this.report = report;
  }

  /**
   * Starts the cluster, unless one is given, then the API.
   *
   * @throws StartFailure if either does not start; what was begun is cleared away
   */
  public static Server start(Settings settings) throws StartFailure {
    requireFree(settings.server());
    Parts parts = new Parts();
    try {
      return started(settings, parts);
    } catch (IOException e) {
      parts.close();
      throw new StartFailure("Cannot use the work directory: " + e.getMessage() + ".", e);
    } catch (StartFailure | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** Said before a cluster is started for nothing; the listener itself has the last word. */
  private static void requireFree(Settings.Server server) throws StartFailure {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(server.bind(), server.port()));
    } catch (IOException e) {
      throw StartFailure.listening(server.bind(), server.port(), e);
    }
  }

  private static Server started(Settings settings, Parts parts) throws StartFailure, IOException {
    WorkDirectory directory = WorkDirectory.open(settings.workDir());
    parts.add("The work directory", directory::remove);
    Optional<EmbeddedFlink> embedded =
        settings.cluster().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedStart.start(settings, directory.root(), parts));
    ExecutorService executor = upstreamExecutor(parts);
    FlinkClient flink = flink(settings, embedded, executor);
    ClusterMonitor cluster = monitor(settings, flink, executor);
    parts.add("The monitor", cluster::close);
    ProgramUploads uploads =
        new ProgramUploads(directory.uploads(), settings.submission().maxUploadBytes());
    URI address = listen(settings, cluster, uploads, directory, parts);
    List<String> demoJobs =
        settings.embedded().demo()
            ? demoJobs(settings.embedded().flink(), cluster, uploads)
            : List.of();
    return new StandaloneServer(parts, report(address, flink, embedded, cluster, demoJobs));
  }

  private static ExecutorService upstreamExecutor(Parts parts) {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    ExecutorService executor =
        Executors.newFixedThreadPool(threads, task -> new Thread(task, "weir-upstream"));
    parts.add("The threads for answers of the cluster", executor::shutdownNow);
    return executor;
  }

  private static FlinkClient flink(
      Settings settings, Optional<EmbeddedFlink> embedded, ExecutorService executor) {
    Settings.Upstream upstream = settings.upstream();
    return new FlinkClient(
        new FlinkClientOptions(
            embedded.map(EmbeddedFlink::address).or(settings::cluster).orElseThrow(),
            upstream.timeout(),
            upstream.changeTimeout(),
            upstream.transferTimeout(),
            upstream.connections(),
            upstream.maxWaiting(),
            upstream.maxAnswerBytes()),
        executor,
        InstantSource.system());
  }

  private static ClusterMonitor monitor(
      Settings settings, FlinkClient flink, ExecutorService executor) {
    Settings.Snapshots snapshots = settings.snapshots();
    return new ClusterMonitor(
        flink,
        new SnapshotPolicy(
            snapshots.refreshInterval(),
            snapshots.maxStaleness(),
            snapshots.maxUnreachable(),
            snapshots.maxBytes()),
        settings.savepointsRemembered(),
        executor,
        InstantSource.system());
  }

  private static URI listen(
      Settings settings,
      ClusterMonitor cluster,
      ProgramUploads uploads,
      WorkDirectory directory,
      Parts parts)
      throws StartFailure {
    Settings.Server server = settings.server();
    ServerOptions options =
        new ServerOptions(
            server.bind(),
            server.port(),
            server.maxHeaderBytes(),
            settings.submission().maxUploadBytes() + FORM_BYTES,
            server.workers(),
            server.idleTimeout(),
            directory.uploads(),
            server.allowOrigin().orElse(""),
            settings.submission().enabled());
    try {
      WeirServer http = WeirServer.start(options, cluster, uploads);
      parts.add("The HTTP server", () -> http.stop(settings.shutdownTimeout().dividedBy(2)));
      return ListeningAddress.of(server.bind(), http.port());
    } catch (IOException e) {
      throw StartFailure.listening(server.bind(), server.port(), e);
    }
  }

  private static List<String> demoJobs(
      FlinkSeries flink, ClusterMonitor cluster, ProgramUploads uploads)
      throws StartFailure, IOException {
    try {
      return new DemoJobs(cluster, uploads).submit(flink);
    } catch (CompletionException e) {
      String reason = ClusterException.unwrap(e).getMessage();
      throw new StartFailure("The example jobs could not be submitted: " + reason, e);
    }
  }

  private static StartReport report(
      URI address,
      FlinkClient flink,
      Optional<EmbeddedFlink> embedded,
      ClusterMonitor cluster,
      List<String> demoJobs) {
    Optional<ClusterOverview> overview = overview(cluster);
    return new StartReport(
        Versions.ofBuild().weir(),
        address,
        flink.address(),
        embedded.isPresent(),
        overview.map(ClusterOverview::flinkVersion),
        overview.map(known -> new StartReport.Capacity(known.taskmanagers(), known.slotsTotal())),
        demoJobs);
  }

  private static Optional<ClusterOverview> overview(ClusterMonitor cluster) {
    try {
      return Optional.of(cluster.read(ClusterDocuments.overview()).join().value());
    } catch (CompletionException e) {
      LOG.log(
          Level.WARNING,
          "The cluster cannot be read yet: {0} Recommended action: start it, or check"
              + " weir.cluster; Weir goes on asking.",
          ClusterException.unwrap(e).getMessage());
      return Optional.empty();
    }
  }

  @Override
  public StartReport report() {
    return report;
  }

  @Override
  public void awaitEnd() throws InterruptedException {
    // It has no end of its own: the process is asked to end.
    new CountDownLatch(1).await();
  }

  @Override
  public void close() {
    parts.close();
  }
}
