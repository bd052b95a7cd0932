// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The ids of all jobs by what became of them: the answer of {@code /jobs}.
 *
 * @param jobsRunning jobs that have not ended, whatever they do now
 * @param jobsFinished jobs that reached their end
 * @param jobsCancelled jobs that were cancelled
 * @param jobsFailed jobs that failed for good
 */
public record JobIds(
    @JsonProperty("jobs-running") List<JobId> jobsRunning,
    @JsonProperty("jobs-finished") List<JobId> jobsFinished,
    @JsonProperty("jobs-cancelled") List<JobId> jobsCancelled,
    @JsonProperty("jobs-failed") List<JobId> jobsFailed) {}
