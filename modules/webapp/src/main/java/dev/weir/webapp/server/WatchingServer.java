// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

import static java.util.Objects.requireNonNull;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.resources.ApiExtensions;
import dev.weir.resources.access.CallerResolver;
import dev.weir.resources.access.ContainerCallerResolver;
import dev.weir.resources.access.OwnCallerResolver;
import dev.weir.server.ApiOptions;
import dev.weir.server.ApiParts;
import dev.weir.server.AuditFile;
import dev.weir.server.CloseStack;
import dev.weir.server.Directories;
import dev.weir.server.OwnAuthentication;
import dev.weir.server.RequestsUnderWay;
import dev.weir.server.StartFailure;
import dev.weir.server.WatchedClusters;
import dev.weir.server.WeirApplication;
import dev.weir.server.WorkDirectory;
import dev.weir.server.Workers;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import dev.weir.server.settings.types.SecurityMode;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import org.glassfish.jersey.servlet.ServletContainer;

/** The watched clusters, and the API over them as a servlet. */
final class WatchingServer implements AutoCloseable {
  /** Maximum time that the thread of a request waits for authentication. */
  private static final Duration LONGEST_AUTHENTICATION = Duration.ofSeconds(10);

  private final Settings settings;
  private final CloseStack parts;
  private final Servlet servlet;

  private WatchingServer(Settings settings, CloseStack parts, Servlet servlet) {
    this.settings = requireNonNull(settings);
    this.parts = requireNonNull(parts);
    this.servlet = requireNonNull(servlet);
  }

  /**
   * Starts watching the clusters.
   *
   * @throws NotConfiguredException if no cluster or no authentication is configured
   */
  static WatchingServer start(ContainerContext context)
      throws SettingsException, StartFailure, NotConfiguredException {
    Settings settings =
        SettingsResolver.resolve(SettingsSources.ofProcess(List.of(), context.settings()));
    if (settings.clusters().stream().anyMatch(Settings.Cluster::embedded)) {
      throw NotConfiguredException.noCluster();
    }
    if (settings.security().mode().isEmpty()) {
      throw NotConfiguredException.noSecurity();
    }
    Directories.requireInContainer(settings);
    return CloseStack.started(
        settings,
        parts -> new WatchingServer(settings, parts, servlet(settings, context.threads(), parts)));
  }

  private static Servlet servlet(Settings settings, ThreadFactory threads, CloseStack parts)
      throws StartFailure, IOException {
    CallerResolver callers = callers(settings, threads, parts);
    WorkDirectory directory = WorkDirectory.open(settings.workDir());
    parts.add("The work directory", directory::remove);
    ThreadPoolExecutor workers = Workers.copying(threads);
    parts.add("The threads that wait for clients", workers::shutdownNow);
    Clusters clusters =
        WatchedClusters.start(settings, Optional.empty(), directory, threads, parts);
    WeirApplication application =
        new WeirApplication(
            new ApiParts(
                ApiOptions.of(settings),
                clusters,
                new JarUploads(directory.uploads(), settings.submission().limits()),
                AuditFile.open(settings.audit(), parts),
                ApiExtensions.installed(),
                Optional.empty()),
            callers,
            workers,
            InstantSource.system());
    RequestsUnderWay requests = new RequestsUnderWay();
    application.register(requests);
    parts.add(
        "The requests in progress",
        () -> requests.awaitNone(settings.shutdownTimeout().dividedBy(2)));
    ServletContainer api = new ServletContainer(application);
    return isOfTheContainer(settings) ? new ContainerLogin(api) : api;
  }

  private static CallerResolver callers(Settings settings, ThreadFactory threads, CloseStack parts)
      throws StartFailure {
    return isOfTheContainer(settings)
        ? new ContainerCallerResolver()
        : new OwnCallerResolver(
            OwnAuthentication.start(settings, threads, parts), LONGEST_AUTHENTICATION);
  }

  private static boolean isOfTheContainer(Settings settings) {
    return settings.security().mode().equals(Optional.of(SecurityMode.CONTAINER));
  }

  /** Remarks about the settings for the operator, one line each. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>(settings.remarks());
    settings
        .unusedInContainer()
        .forEach(key -> remarks.add(key + " has no effect in a container."));
    if (settings.security().mode().equals(Optional.of(SecurityMode.NONE))) {
      remarks.add(
          "Every caller that reaches the container may do everything, because weir.security is none."
              + " Recommended action: set it to container, or one of weir.security.basic.file,"
              + " weir.security.token.file and weir.security.oidc.issuer.");
    }
    return remarks;
  }

  /** The API. */
  Servlet servlet() {
    return servlet;
  }

  /** The watched clusters, as a sentence for the log. */
  String describe() {
    return settings.clusters().stream()
        .map(cluster -> cluster.name() + " " + cluster.addresses())
        .collect(Collectors.joining(", ", "It watches ", "."));
  }

  /** Finishes the requests in progress and stops watching. */
  @Override
  public void close() {
    parts.close();
  }
}
