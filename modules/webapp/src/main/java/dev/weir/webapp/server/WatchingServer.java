package dev.weir.webapp.server;

import static java.util.Objects.requireNonNull;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.ProgramUploads;
import dev.weir.server.ApiOptions;
import dev.weir.server.Parts;
import dev.weir.server.RequestsUnderWay;
import dev.weir.server.StartFailure;
import dev.weir.server.WatchedClusters;
import dev.weir.server.WeirApplication;
import dev.weir.server.WorkDirectory;
import dev.weir.server.Workers;
import dev.weir.server.settings.Inputs;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsException;
import dev.weir.server.settings.SettingsResolver;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import org.glassfish.jersey.servlet.ServletContainer;

/** The clusters being watched, and the API over them as a servlet. */
final class WatchingServer implements AutoCloseable {
  private final Settings settings;
  private final Parts parts;
  private final Servlet servlet;

  private WatchingServer(Settings settings, Parts parts, Servlet servlet) {
    this.settings = requireNonNull(settings);
    this.parts = requireNonNull(parts);
    this.servlet = requireNonNull(servlet);
  }

  /**
   * Begins to watch.
   *
   * @throws NoClusterException if there is none to watch
   */
  static WatchingServer start(ContainerContext context)
      throws SettingsException, StartFailure, NoClusterException {
    Settings settings = SettingsResolver.resolve(Inputs.ofProcess(List.of(), context.settings()));
    if (settings.clusters().stream().anyMatch(Settings.Cluster::embedded)) {
      throw new NoClusterException();
    }
    Parts parts = new Parts();
    try {
      return new WatchingServer(settings, parts, servlet(settings, context.threads(), parts));
    } catch (IOException e) {
      parts.close();
      throw new StartFailure("Cannot use the work directory: " + e.getMessage() + ".", e);
    } catch (StartFailure | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static Servlet servlet(Settings settings, ThreadFactory threads, Parts parts)
      throws StartFailure, IOException {
    WorkDirectory directory = WorkDirectory.open(settings.workDir());
    parts.add("The work directory", directory::remove);
    ThreadPoolExecutor workers = Workers.start(settings.server().workers(), threads);
    parts.add("The threads for what waits for clients", workers::shutdownNow);
    Clusters clusters = WatchedClusters.start(settings, List.of(), directory, threads, parts);
    WeirApplication application =
        new WeirApplication(
            ApiOptions.of(settings, directory),
            clusters,
            new ProgramUploads(directory.uploads(), settings.submission().maxUploadBytes()),
            workers,
            InstantSource.system());
    RequestsUnderWay requests = new RequestsUnderWay();
    application.register(requests);
    parts.add(
        "The requests under way",
        () -> requests.awaitNone(settings.shutdownTimeout().dividedBy(2)));
    return new ServletContainer(application);
  }

  /** The API. */
  Servlet servlet() {
    return servlet;
  }

  /** What it watches, as a sentence for the log. */
  String describe() {
    return settings.clusters().stream()
        .map(cluster -> cluster.name() + " " + cluster.addresses())
        .collect(Collectors.joining(", ", "It watches ", "."));
  }

  /** Lets requests under way end and stops to watch. */
  @Override
  public void close() {
    parts.close();
  }
}
