// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.Clusters;
import dev.weir.resources.wire.ClusterSelector;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.glassfish.hk2.api.Factory;

/** Provides the cluster of a request for injection. */
final class SelectedCluster implements Factory<ClusterMonitor> {
  private final ContainerRequestContext request;
  private final Clusters clusters;

  @Inject
  SelectedCluster(ContainerRequestContext request, Clusters clusters) {
    this.request = request;
    this.clusters = clusters;
  }

  @Override
  public ClusterMonitor provide() {
    return ClusterSelector.selected(request, clusters);
  }

  @Override
  public void dispose(ClusterMonitor cluster) {
    // The cluster is still watched.
  }
}
