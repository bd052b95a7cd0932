// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.model.cluster.ClusterConfig;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.resources.access.Requires;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;

/** The cluster as a whole: {@code /config} and {@code /overview}. */
@Path("/")
public final class ClusterResource {
  private final ClusterMonitor cluster;

  @Inject
  public ClusterResource(ClusterMonitor cluster) {
    this.cluster = cluster;
  }

  /** The configuration of the cluster. */
  @GET
  @Path("config")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<ClusterConfig>> config() {
    return cluster.config();
  }

  /** The resources and jobs of the cluster, as counts. */
  @GET
  @Path("overview")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<ClusterOverview>> overview() {
    return cluster.read(ClusterDocuments.overview());
  }
}
