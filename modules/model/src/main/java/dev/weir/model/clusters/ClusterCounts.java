// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import java.util.Collection;

/**
 * Clusters by how it stands with them.
 *
 * @param total all that are configured
 * @param healthy those that answer
 * @param unhealthy those that do not
 * @param pending those that have not answered yet
 * @param unknown those of which nothing can be said
 */
public record ClusterCounts(int total, int healthy, int unhealthy, int pending, int unknown) {

  /** Counts states. */
  public static ClusterCounts of(Collection<ClusterState> states) {
    return new ClusterCounts(
        states.size(),
        count(states, ClusterState.HEALTHY),
        count(states, ClusterState.UNHEALTHY),
        count(states, ClusterState.PENDING),
        count(states, ClusterState.UNKNOWN));
  }

  private static int count(Collection<ClusterState> states, ClusterState which) {
    return (int) states.stream().filter(which::equals).count();
  }
}
