// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * TaskManagers, slots and jobs of a cluster in numbers: the answer of {@code /overview}.
 *
 * @param taskmanagers registered task managers
 * @param slotsTotal slots of all of them
 * @param slotsAvailable slots without a task
 * @param jobsRunning jobs that have not ended
 * @param jobsFinished jobs that finished
 * @param jobsCancelled jobs that were cancelled
 * @param jobsFailed jobs that failed for good
 * @param flinkVersion release of the cluster
 * @param flinkCommit commit of that release
 */
public record ClusterOverview(
    int taskmanagers,
    @JsonProperty("slots-total") int slotsTotal,
    @JsonProperty("slots-available") int slotsAvailable,
    @JsonProperty("jobs-running") int jobsRunning,
    @JsonProperty("jobs-finished") int jobsFinished,
    @JsonProperty("jobs-cancelled") int jobsCancelled,
    @JsonProperty("jobs-failed") int jobsFailed,
    @JsonProperty(value = "flink-version", required = true) String flinkVersion,
    @JsonProperty("flink-commit") String flinkCommit) {}
