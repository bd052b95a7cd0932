// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One job in an overview.
 *
 * @param jid id of the job
 * @param name name that its program gave it
 * @param state state now
 * @param startTime when it was accepted, milliseconds since the epoch
 * @param endTime when it ended, milliseconds since the epoch; -1 while it has not
 * @param duration from start to end or to now, in milliseconds
 * @param lastModification time of its latest change of state, milliseconds since the epoch
 * @param tasks its subtasks by state
 */
public record JobSummary(
    JobId jid,
    String name,
    JobState state,
    @JsonProperty("start-time") long startTime,
    @JsonProperty("end-time") long endTime,
    long duration,
    @JsonProperty("last-modification") long lastModification,
    TaskCounts tasks) {}
