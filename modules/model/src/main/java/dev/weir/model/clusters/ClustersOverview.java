// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.cluster.ClusterOverview;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What all clusters together have and do, in counts: the answer of {@code /clusters/overview}.
 *
 * @param clusters the clusters themselves
 * @param taskmanagers registered task managers
 * @param slotsTotal slots of all of them
 * @param slotsAvailable slots without a task
 * @param jobsRunning jobs that have not ended
 * @param jobsFinished jobs that reached their end
 * @param jobsCancelled jobs that were cancelled
 * @param jobsFailed jobs that failed for good
 * @param partial whether a cluster could not be asked, so that the sums may not be true now
 * @param lastKnown clusters that do not answer now, counted as they last were
 * @param missing clusters of which nothing is known, not counted
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

  /** Adds up what is known of each. */
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
