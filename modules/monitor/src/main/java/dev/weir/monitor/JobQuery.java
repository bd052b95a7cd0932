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
 * Which jobs of all clusters are asked for.
 *
 * @param states those in one of these states; empty for all
 * @param name those with this in their name, in capitals or not; null for all
 * @param clusters those of these clusters; empty for all
 * @param since those whose state has changed then or later; null for all
 * @param limit so many at the most
 * @param after those that come after this one; null from the first on
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
