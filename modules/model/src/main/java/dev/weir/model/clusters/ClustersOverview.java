// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.cluster.ClusterOverview;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * TaskManagers, slots and jobs of all clusters in numbers: the answer of {@code
 * /clusters/overview}.
 *
 * @param clusters number of clusters by state
 * @param taskmanagers registered task managers
 * @param slotsTotal slots of all of them
 * @param slotsAvailable slots without a task
 * @param jobsRunning jobs that have not ended
 * @param jobsFinished jobs that finished
 * @param jobsCancelled jobs that were cancelled
 * @param jobsFailed jobs that failed for good
 * @param partial whether the sums may be outdated or incomplete, because a cluster does not answer
 * @param lastKnown clusters that do not answer now, counted as last known
 * @param missing clusters without known data, not counted
 */
public record ClustersOverview(
    ClusterCounts clusters,
    int taskmanagers,
    @JsonProperty("slots-total") int slotsTotal,
    @JsonProperty("slots-available") int slotsAvailable,
    @JsonProperty("jobs-running") int jobsRunning,
    @JsonProperty("jobs-finished") int jobsFinished,
    @JsonProperty("jobs-cancelled") int jobsCancelled,
    @JsonProperty("jobs-failed") int jobsFailed,
    boolean partial,
    @JsonProperty("last-known") List<ClusterName> lastKnown,
    List<ClusterName> missing) {

  /** Adds up the last known overview of each cluster. */
  public static ClustersOverview of(List<ClusterStatus> all) {
    List<ClusterName> lastKnown = names(all, false);
    List<ClusterName> missing = names(all, true);
    return new ClustersOverview(
        ClusterCounts.of(all.stream().map(ClusterStatus::state).toList()),
        sum(all, ClusterOverview::taskmanagers),
        sum(all, ClusterOverview::slotsTotal),
        sum(all, ClusterOverview::slotsAvailable),
        sum(all, ClusterOverview::jobsRunning),
        sum(all, ClusterOverview::jobsFinished),
        sum(all, ClusterOverview::jobsCancelled),
        sum(all, ClusterOverview::jobsFailed),
        !lastKnown.isEmpty() || !missing.isEmpty(),
        lastKnown,
        missing);
  }

  private static List<ClusterName> names(List<ClusterStatus> all, boolean missing) {
    return all.stream()
        .filter(one -> (one.overview() == null) == missing)
        .filter(one -> missing || one.state() != ClusterState.HEALTHY)
        .map(ClusterStatus::name)
        .toList();
  }

  private static int sum(List<ClusterStatus> all, ToIntFunction<ClusterOverview> count) {
    return all.stream()
        .map(ClusterStatus::overview)
        .filter(overview -> overview != null)
        .mapToInt(count)
        .sum();
  }
}
