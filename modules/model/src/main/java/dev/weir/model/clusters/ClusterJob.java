// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import dev.weir.model.job.JobSummary;
import dev.weir.model.job.TaskCounts;

/**
 * One job with its cluster.
 *
 * @param cluster the cluster it runs or ran in
 * @param jid id of the job
 * @param name name that its program gave it
 * @param state state at the last request to its cluster
 * @param startTime when it was accepted, milliseconds since the epoch
 * @param endTime when it ended, milliseconds since the epoch; -1 while it has not
 * @param duration milliseconds from start to end, or to the last request to its cluster
 * @param lastModification time of its latest change of state, milliseconds since the epoch
 * @param tasks its subtasks by state
 */
public record ClusterJob(
    ClusterName cluster,
    JobId jid,
    String name,
    JobState state,
    @JsonProperty("start-time") long startTime,
    @JsonProperty("end-time") long endTime,
    long duration,
    @JsonProperty("last-modification") long lastModification,
    TaskCounts tasks) {

  /** Adds the cluster to a job's summary. */
  public static ClusterJob of(ClusterName cluster, JobSummary job) {
    return new ClusterJob(
        cluster,
        job.jid(),
        job.name(),
        job.state(),
        job.startTime(),
        job.endTime(),
        job.duration(),
        job.lastModification(),
        job.tasks());
  }
}
