// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import java.util.Comparator;
import java.util.List;

/**
 * All jobs with a short summary each: the answer of {@code /joboverview}.
 *
 * @param running jobs that have not ended
 * @param finished jobs that have ended with any outcome, in the order of their end
 */
public record JobOverview(List<JobSummary> running, List<JobSummary> finished) {

  /** Separates running jobs from ended ones. Ended jobs are ordered by their end. */
  public static JobOverview of(List<JobSummary> jobs) {
    return new JobOverview(
        jobs.stream().filter(job -> !job.state().ended()).toList(),
        jobs.stream()
            .filter(job -> job.state().ended())
            .sorted(Comparator.comparingLong(JobSummary::endTime))
            .toList());
  }

  /** The ids of the jobs: the answer of {@code /jobs}. */
  public JobIds ids() {
    return new JobIds(
        running.stream().map(JobSummary::jid).toList(),
        idsOf(JobState.FINISHED),
        idsOf(JobState.CANCELED),
        idsOf(JobState.FAILED));
  }

  /** The jobs that have not ended: the answer of {@code /joboverview/running}. */
  public JobList runningJobs() {
    return new JobList(running);
  }

  /** The jobs that have ended: the answer of {@code /joboverview/completed}. */
  public JobList completedJobs() {
    return new JobList(finished);
  }

  private List<JobId> idsOf(JobState state) {
    return finished.stream().filter(job -> job.state() == state).map(JobSummary::jid).toList();
  }
}
