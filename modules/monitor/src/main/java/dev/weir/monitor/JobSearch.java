// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.flink.ClusterException;
import dev.weir.flink.Futures;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.model.clusters.ClusterAnswer;
import dev.weir.model.clusters.ClusterJob;
import dev.weir.model.clusters.ClusterJobs;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.job.JobOverview;
import dev.weir.monitor.snapshots.Freshness;
import dev.weir.monitor.snapshots.Snapshot;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds jobs in all clusters. A cluster without an answer delays no other: its jobs are the last
 * known or missing, and the answer says so.
 */
public final class JobSearch {
  private static final Comparator<ClusterJob> ORDER =
      Comparator.comparing(JobCursor::at, JobCursor.ORDER);

  private final Clusters clusters;
  private final InstantSource clock;

  public JobSearch(Clusters clusters, InstantSource clock) {
    this.clusters = clusters;
    this.clock = clock;
  }

  /**
   * The jobs that match a query. Never fails because of a cluster.
   *
   * @param visible the clusters that the caller may view
   */
  public CompletableFuture<ClusterJobs> find(JobQuery query, Predicate<ClusterName> visible) {
    return Futures.all(
            clusters.all().stream()
                .filter(cluster -> query.wants(cluster.name()) && visible.test(cluster.name()))
                .map(this::part)
                .toList())
        .thenApply(parts -> answer(query, parts));
  }

  private record Part(ClusterAnswer answer, List<ClusterJob> jobs) {}

  private CompletableFuture<Part> part(ClusterMonitor cluster) {
    return cluster
        .readWithin(clusters.patience(), ClusterDocuments.jobs())
        .thenApply(jobs -> known(cluster, jobs))
        .exceptionally(thrown -> missing(cluster, ClusterException.unwrap(thrown)));
  }

  private Part known(ClusterMonitor cluster, Snapshot<JobOverview> jobs) {
    Freshness freshness = jobs.freshness(clock.instant());
    ClusterException failure = jobs.snapshotAge().failure();
    return new Part(
        new ClusterAnswer(
            cluster.name(),
            jobs.takenAt().toEpochMilli(),
            freshness.label(),
            failure == null ? null : failure.getMessage()),
        Stream.concat(jobs.value().running().stream(), jobs.value().finished().stream())
            .map(job -> ClusterJob.of(cluster.name(), job))
            .toList());
  }

  private static Part missing(ClusterMonitor cluster, Throwable thrown) {
    if (thrown instanceof ClusterException failure) {
      return new Part(
          new ClusterAnswer(cluster.name(), null, null, failure.getMessage()), List.of());
    }
    throw new CompletionException(thrown);
  }

  private static ClusterJobs answer(JobQuery query, List<Part> parts) {
    List<ClusterJob> found =
        parts.stream()
            .flatMap(part -> part.jobs().stream())
            .filter(query::wants)
            .sorted(ORDER)
            .limit(query.limit() + 1L)
            .toList();
    boolean more = found.size() > query.limit();
    List<ClusterJob> page = more ? found.subList(0, query.limit()) : found;
    return new ClusterJobs(
        page,
        parts.stream().map(Part::answer).toList(),
        parts.stream().anyMatch(part -> part.answer().error() != null),
        more ? JobCursor.at(page.get(page.size() - 1)).toString() : null);
  }
}
