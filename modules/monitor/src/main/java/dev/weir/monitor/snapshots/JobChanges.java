// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.weir.flink.documents.DocumentKeys;
import dev.weir.model.job.JobDetails;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobOverview;
import dev.weir.model.job.JobSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When each job was last known to change, and so which readings of it may be older than that.
 *
 * <p>Flink answers about one job from a copy of its graph, which it keeps for its own {@code
 * web.refresh-interval}. The list of all jobs it makes anew for each request.
 */
final class JobChanges {
  private static final int MOST_JOBS = 10_000;

  /** Flink's own default, until it has said what it is there. */
  private static final Duration UNLESS_TOLD = Duration.ofSeconds(3);

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Cache<JobId, Instant> changed;
  private final Cache<JobId, Instant> changedByUs;
  private volatile Duration interval = UNLESS_TOLD;

  JobChanges(Ticker ticker) {
    this.changed = remembering(ticker);
    this.changedByUs = remembering(ticker);
  }

  private static Cache<JobId, Instant> remembering(Ticker ticker) {
    return Caffeine.newBuilder()
        .ticker(ticker)
        .executor(Runnable::run)
        .expireAfterWrite(LONGEST.multipliedBy(2))
        .maximumSize(MOST_JOBS)
        .build();
  }

  /** How long Flink keeps its copies; of more than a minute that is taken for one. */
  void interval(Duration told) {
    interval = told.isNegative() ? Duration.ZERO : told.compareTo(LONGEST) > 0 ? LONGEST : told;
  }

  /** Notes that a job is seen to have changed. */
  void note(JobId job, Instant when) {
    changed.put(job, when);
  }

  /** Notes that the cluster was asked to change a job. */
  void noteOurs(JobId job, Instant when) {
    note(job, when);
    changedByUs.put(job, when);
  }

  /** Whether a change that was asked for may not be seen yet: that ends, whatever the job does. */
  boolean awaitsOurs(String key, Instant now) {
    Instant change = DocumentKeys.job(key).map(changedByUs::getIfPresent).orElse(null);
    return change != null && !now.isAfter(change.plus(interval));
  }

  /** The jobs that are otherwise in a later list than in an earlier one. */
  static List<JobId> between(JobOverview earlier, JobOverview later) {
    Map<JobId, JobSummary> before =
        all(earlier).collect(Collectors.toMap(JobSummary::jid, Function.identity(), (a, b) -> b));
    return all(later)
        .filter(job -> isOtherwise(before.get(job.jid()), job))
        .map(JobSummary::jid)
        .toList();
  }

  private static Stream<JobSummary> all(JobOverview jobs) {
    return Stream.concat(jobs.running().stream(), jobs.finished().stream());
  }

  private static boolean isOtherwise(@Nullable JobSummary before, JobSummary now) {
    return before != null
        && (before.state() != now.state()
            || before.lastModification() != now.lastModification()
            || !before.tasks().equals(now.tasks()));
  }

  /**
   * Until when what Flink says of a document may be older than a change; null if it is not.
   *
   * @param takenAt when Flink was asked
   * @param value what it said; null if that is not to be looked at
   */
  @Nullable Instant unsettledUntil(String key, Instant takenAt, @Nullable Object value) {
    Instant change = DocumentKeys.job(key).map(changed::getIfPresent).orElse(null);
    if (change == null || (value instanceof JobDetails job && job.state().ended())) {
      return null;
    }
    Instant settled = change.plus(interval);
    return takenAt.isAfter(settled) ? null : settled;
  }
}
