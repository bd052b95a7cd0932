// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import java.util.Comparator;
import java.util.List;

/**
 * All jobs with a short summary each: the answer of {@code /joboverview}.
 *
 * @param running jobs that have not ended
 * @param finished jobs that have ended, in whatever way, in the order in which they ended
 */
public record JobOverview(List<JobSummary> running, List<JobSummary> finished) {

  /**
   * Sorts jobs by whether they have ended; of those that have, the one that ended first is first.
   */
  public static JobOverview of(List<JobSummary> jobs) {
    return new JobOverview(
        jobs.stream().filter(job -> !job.state().ended()).toList(),
        jobs.stream()
            .filter(job -> job.state().ended())
            .sorted(Comparator.comparingLong(JobSummary::endTime))
            .toList());
  }

  /** The same jobs as ids: what {@code /jobs} answers. */
  public JobIds ids() {
    return new JobIds(
        running.stream().map(JobSummary::jid).toList(),
        idsOf(JobState.FINISHED),
        idsOf(JobState.CANCELED),
        idsOf(JobState.FAILED));
  }

  /** The jobs that have not ended: what {@code /joboverview/running} answers. */
  public JobList runningJobs() {
    return new JobList(running);
  }

  /** The jobs that have ended: what {@code /joboverview/completed} answers. */
  public JobList completedJobs() {
    return new JobList(finished);
  }

  private List<JobId> idsOf(JobState state) {
    return finished.stream().filter(job -> job.state() == state).map(JobSummary::jid).toList();
  }
}
