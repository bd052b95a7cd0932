// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.model.MalformedIdException;
import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.Clusters;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves {@code /clusters/<name>/…} as the same API as {@code /…}, for the named cluster. The
 * prefix becomes part of the base address. So resources see no difference, and their links lead
 * back to the same cluster.
 *
 * <p>A request without the prefix is about the cluster that its host name leads to, if one does.
 */
@PreMatching
@Priority(FilterOrder.ORDINARY)
@SkippedByHotAnswers
public final class ClusterSelector implements ContainerRequestFilter {
  private static final String SELECTED = ClusterSelector.class.getName() + ".selected";
  private static final String SERVER = ClusterSelector.class.getName() + ".server";
  private static final Pattern OF_CLUSTER = Pattern.compile("clusters/([^/]+)/(.+)");

  private final Clusters clusters;
  private final ServerPaths serverPaths;
  private final ClusterHosts hosts;

  @Inject
  public ClusterSelector(Clusters clusters, ServerPaths serverPaths, ClusterHosts hosts) {
    this.clusters = clusters;
    this.serverPaths = serverPaths;
    this.hosts = hosts;
  }

  /** The cluster that a request is about, once this filter has run. */
  public static ClusterMonitor selected(ContainerRequestContext request, Clusters clusters) {
    return request.getProperty(SELECTED) instanceof ClusterMonitor named
        ? named
        : clusters.byDefault();
  }

  /**
   * The path of the server as the client knows it, encoded and without a trailing slash. It has the
   * prefixes of a proxy and a container, but not the cluster. Empty for the root.
   */
  static String serverPath(ContainerRequestContext request) {
    URI base =
        request.getProperty(SERVER) instanceof URI server
            ? server
            : request.getUriInfo().getBaseUri();
    return base.getRawPath().replaceFirst("/+$", "");
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String asked = request.getUriInfo().getPath(false);
    Matcher path = OF_CLUSTER.matcher(asked);
    if (!path.matches()) {
      if (!serverPaths.contain(asked)) {
        byHost(request).ifPresent(cluster -> request.setProperty(SELECTED, cluster));
      }
    } else {
      requireOfOne(path.group(2));
      request.setProperty(SELECTED, named(path.group(1)));
      URI base = request.getUriInfo().getBaseUri();
      request.setProperty(SERVER, base);
      request.setRequestUri(
          URI.create(base + "clusters/" + path.group(1) + "/"),
          request.getUriInfo().getRequestUri());
    }
  }

  /** By the host as the client sees it, if a trusted proxy forwards it. */
  private Optional<ClusterMonitor> byHost(ContainerRequestContext request) {
    return Optional.ofNullable(request.getUriInfo().getBaseUri().getRawAuthority())
        .flatMap(hosts::cluster)
        .flatMap(clusters::find);
  }

  private void requireOfOne(String below) {
    if (serverPaths.contain(below)) {
      throw new ClusterException(
          Reason.NOT_FOUND,
          ProblemKind.UNKNOWN_ADDRESS,
          "/" + Printable.of(below) + " is server-wide; use it without /clusters/<name>.");
    }
  }

  private ClusterMonitor named(String segment) {
    ClusterName name = parsed(segment);
    return clusters.find(name).orElseThrow(() -> unknown(name));
  }

  private static ClusterName parsed(String segment) {
    try {
      return new ClusterName(URLDecoder.decode(segment, StandardCharsets.UTF_8));
    } catch (MalformedIdException e) {
      throw new ProblemException(ProblemKind.MALFORMED_PARAMETER, e.explanation(), e);
    } catch (RuntimeException e) {
      throw new ProblemException(
          ProblemKind.MALFORMED_PARAMETER, "'" + Printable.of(segment) + "' is malformed.", e);
    }
  }

  /** The exception for a name that no cluster has. */
  public static ClusterException unknown(ClusterName name) {
    return new ClusterException(
        Reason.NOT_FOUND,
        ProblemKind.UNKNOWN_CLUSTER,
        "There is no cluster " + name + " here; /clusters lists those there are.");
  }
}
