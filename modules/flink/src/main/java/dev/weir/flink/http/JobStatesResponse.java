// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.responses.States;
import dev.weir.model.ProblemKind;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import java.util.List;

/** Flink's {@code /jobs}. Flink 1.15 has the state of a job only there. */
public record JobStatesResponse(@JsonProperty(required = true) List<Job> jobs) {
  /**
   * The state of a job.
   *
   * @throws ClusterException {@code NOT_FOUND} if there is no such job
   */
  public JobState of(JobId job) {
    return jobs.stream()
        .filter(one -> one.id().equals(job))
        .findFirst()
        .map(one -> States.job(one.status()))
        .orElseThrow(
            () ->
                new ClusterException(
                    Reason.NOT_FOUND, ProblemKind.UNKNOWN_JOB, "Job " + job + " not found."));
  }

  /**
   * One job.
   *
   * @param status its state, in Flink's word
   */
  public record Job(@JsonProperty(required = true) JobId id, String status) {}
}
