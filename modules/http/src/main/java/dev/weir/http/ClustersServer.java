// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static java.util.Objects.requireNonNull;

import dev.weir.flink.JobManagers;
import dev.weir.monitor.Clusters;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.resources.ApiExtensions;
import dev.weir.resources.v1.DashboardFiles;
import dev.weir.security.Authentication;
import dev.weir.server.ApiOptions;
import dev.weir.server.ApiParts;
import dev.weir.server.AuditFile;
import dev.weir.server.CloseStack;
import dev.weir.server.OwnAuthentication;
import dev.weir.server.StartFailure;
import dev.weir.server.WatchedClusters;
import dev.weir.server.WorkDirectory;
import dev.weir.server.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * The API over all clusters of the settings, on its own port.
 *
 * @param clusters the watched clusters
 * @param uploads takes uploaded jars
 * @param address URL of the server, as a client on this machine can open it
 */
public record ClustersServer(Clusters clusters, JarUploads uploads, URI address) {

  /** The Flink of this process. */
  @FunctionalInterface
  public interface OwnFlink {
    /**
     * Starts or finds it. Called only if the settings have an embedded cluster.
     *
     * @param directory for its working files
     */
    JobManagers jobManagers(WorkDirectory directory) throws StartFailure;
  }

  /** Requires all components. */
  public ClustersServer {
    requireNonNull(clusters, "clusters");
    requireNonNull(uploads, "uploads");
    requireNonNull(address, "address");
  }

  /**
   * Starts to watch the clusters, and to listen. The parts then include everything that must be
   * stopped.
   *
   * @param dashboard the files of Flink's own dashboard; empty if there are none
   * @throws StartFailure if anything does not start
   * @throws IOException if the work directory cannot be used
   */
  public static ClustersServer start(
      Settings settings, OwnFlink own, Optional<DashboardFiles> dashboard, CloseStack parts)
      throws StartFailure, IOException {
    Authentication authentication = OwnAuthentication.start(settings, Thread::new, parts);
    WorkDirectory directory = WorkDirectory.open(settings.workDir());
    parts.add("The work directory", directory::remove);
    Optional<JobManagers> jobManagers =
        settings.clusters().stream().anyMatch(Settings.Cluster::embedded)
            ? Optional.of(own.jobManagers(directory))
            : Optional.empty();
    Clusters clusters = WatchedClusters.start(settings, jobManagers, directory, Thread::new, parts);
    JarUploads uploads = new JarUploads(directory.uploads(), settings.submission().limits());
    ApiParts api =
        new ApiParts(
            ApiOptions.ofStandalone(settings, names(settings.server())),
            clusters,
            uploads,
            AuditFile.open(settings.audit(), parts),
            ApiExtensions.installed(),
            dashboard);
    URI address = listen(settings, api, authentication, parts);
    return new ClustersServer(clusters, uploads, address);
  }

  private static URI listen(
      Settings settings, ApiParts api, Authentication authentication, CloseStack parts)
      throws StartFailure {
    Settings.Server server = settings.server();
    ServerOptions options =
        new ServerOptions(
            server.bind(),
            server.port(),
            server.maxHeaderBytes(),
            server.workers(),
            server.idleTimeout(),
            server.tls(),
            server.limits());
    try {
      WeirServer http = WeirServer.start(options, api, authentication);
      parts.add("The HTTP server", () -> http.stop(settings.shutdownTimeout().dividedBy(2)));
      return ListeningAddress.of(server.tls().isPresent(), server.bind(), http.port());
    } catch (IOException e) {
      throw StartFailure.listening(server.bind(), server.port(), e);
    }
  }

  /** The names of the machine and of the network interface. */
  private static List<String> names(Settings.Server server) {
    try {
      return List.of(server.bind(), InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return List.of(server.bind());
    }
  }
}
