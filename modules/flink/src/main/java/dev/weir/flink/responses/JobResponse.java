// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.IoMetrics;
import dev.weir.model.job.JobDetails;
import dev.weir.model.job.JobId;
import dev.weir.model.vertex.VertexId;
import dev.weir.model.vertex.VertexSummary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flink's {@code /jobs/<jobid>}.
 *
 * <p>Since 2.0 a batch job gets its vertices stage by stage: what has none yet is counted in
 * operators.
 */
public record JobResponse(
    @JsonProperty(required = true) JobId jid,
    String name,
    boolean isStoppable,
    @Nullable String state,
    @JsonProperty("start-time") long startTime,
    @JsonProperty("end-time") long endTime,
    long duration,
    long now,
    @Nullable Map<String, Long> timestamps,
    List<Vertex> vertices,
    @JsonProperty("status-counts") @Nullable Map<String, Integer> statusCounts,
    PlanResponse plan,
    @JsonProperty("pending-operators") int pendingOperators) {
  public JobDetails toModel() {
    return new JobDetails(
        jid,
        name,
        isStoppable,
        States.job(state),
        startTime,
        endTime,
        duration,
        now,
        States.jobTimestamps(timestamps),
        vertices.stream().map(Vertex::toModel).toList(),
        States.withPending(States.taskCounts(statusCounts), pendingOperators),
        plan.of(jid, name));
  }

  /** One vertex; {@code tasks} has counts by state. */
  record Vertex(
      @JsonProperty(required = true) VertexId id,
      String name,
      int parallelism,
      @Nullable String status,
      @JsonProperty("start-time") long startTime,
      @JsonProperty("end-time") long endTime,
      long duration,
      @Nullable Map<String, Integer> tasks,
      IoMetrics metrics) {
    public VertexSummary toModel() {
      return new VertexSummary(
          id,
          name,
          parallelism,
          States.task(status),
          startTime,
          endTime,
          duration,
          States.taskCounts(tasks),
          metrics);
    }
  }
}
