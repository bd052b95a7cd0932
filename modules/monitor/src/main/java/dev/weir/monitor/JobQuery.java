// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.model.clusters.ClusterJob;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.job.JobState;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search for jobs.
 *
 * @param states wanted states; empty for all
 * @param name part of wanted names, ignoring case; null for all
 * @param clusters wanted clusters; empty for all
 * @param since earliest last modification; null for all
 * @param limit largest number of jobs in the answer
 * @param after the answer begins behind it; null for the first page
 */
public record JobQuery(
    Set<JobState> states,
    @Nullable String name,
    Set<ClusterName> clusters,
    @Nullable Instant since,
    int limit,
    @Nullable JobCursor after) {

  boolean wants(ClusterName cluster) {
    return clusters.isEmpty() || clusters.contains(cluster);
  }

  boolean wants(ClusterJob job) {
    return (states.isEmpty() || states.contains(job.state()))
        && (name == null || lower(job.name()).contains(lower(name)))
        && (since == null || job.lastModification() >= since.toEpochMilli())
        && (after == null || JobCursor.ORDER.compare(after, JobCursor.at(job)) < 0);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
