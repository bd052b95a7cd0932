// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.description;

import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.Clusters;
import dev.weir.resources.access.KnownCaller;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** The clusters that a description lists. */
final class VisibleClusters {
  private VisibleClusters() {}

  /** The names of the clusters that the caller may view. */
  static List<String> names(Clusters clusters, SecurityContext context) {
    return clusters.all().stream()
        .map(ClusterMonitor::name)
        .filter(KnownCaller.visible(context))
        .map(ClusterName::value)
        .toList();
  }
}
