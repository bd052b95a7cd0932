// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The ids of all jobs, grouped by outcome: the answer of {@code /jobs}.
 *
 * @param jobsRunning jobs that have not ended, in whatever state
 * @param jobsFinished jobs that finished
 * @param jobsCancelled jobs that were cancelled
 * @param jobsFailed jobs that failed for good
 */
public record JobIds(
    @JsonProperty("jobs-running") List<JobId> jobsRunning,
    @JsonProperty("jobs-finished") List<JobId> jobsFinished,
    @JsonProperty("jobs-cancelled") List<JobId> jobsCancelled,
    @JsonProperty("jobs-failed") List<JobId> jobsFailed) {}
