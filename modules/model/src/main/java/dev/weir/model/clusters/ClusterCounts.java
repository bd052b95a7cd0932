// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import java.util.Collection;

/**
 * Number of clusters by {@link ClusterState}.
 *
 * @param total all configured clusters
 * @param healthy clusters that answer
 * @param unhealthy clusters that do not answer or have no leader
 * @param pending clusters that have not answered yet
 * @param unknown clusters whose address answers, but not as Flink does
 */
public record ClusterCounts(int total, int healthy, int unhealthy, int pending, int unknown) {

  /** Counts clusters by their states. */
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
