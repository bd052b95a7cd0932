// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.vertex.TaskState;
import dev.weir.model.vertex.VertexSummary;
import java.util.List;
import java.util.Map;

/**
 * One job with its vertices and its plan: the answer of {@code /jobs/<jobid>} and of {@code
 * /jobs/<jobid>/vertices}.
 *
 * @param jid id of the job
 * @param name name that its program gave it
 * @param isStoppable whether all its sources can be stopped without a savepoint; false for every
 *     job since Flink 1.9
 * @param state state now
 * @param startTime when it was accepted, milliseconds since the epoch
 * @param endTime when it ended, milliseconds since the epoch; -1 while it has not
 * @param duration from start to end or to now, in milliseconds
 * @param now the cluster's clock when it answered, milliseconds since the epoch
 * @param timestamps when each state was entered last, milliseconds since the epoch; 0 for never
 * @param vertices its vertices, sources first
 * @param statusCounts how many vertices are in each state
 * @param plan its plan
 */
public record JobDetails(
    JobId jid,
    String name,
    boolean isStoppable,
    JobState state,
    @JsonProperty("start-time") long startTime,
    @JsonProperty("end-time") long endTime,
    long duration,
    long now,
    Map<JobState, Long> timestamps,
    List<VertexSummary> vertices,
    @JsonProperty("status-counts") Map<TaskState, Integer> statusCounts,
    JobPlan plan) {}
