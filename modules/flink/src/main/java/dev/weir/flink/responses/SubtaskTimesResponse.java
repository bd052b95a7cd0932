// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.vertex.SubtaskTime;
import dev.weir.model.vertex.SubtaskTimes;
import dev.weir.model.vertex.VertexId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flink's {@code /jobs/<jobid>/vertices/<vertexid>/subtasktimes}. */
public record SubtaskTimesResponse(
    String name, long now, @JsonProperty(required = true) List<Subtask> subtasks) {
  public SubtaskTimes toModel(VertexId vertex) {
    return new SubtaskTimes(vertex, name, now, subtasks.stream().map(Subtask::toModel).toList());
  }

  /** One subtask. */
  record Subtask(
      @JsonProperty(required = true) int subtask,
      @Nullable String endpoint,
      @Nullable String host,
      long duration,
      @Nullable Map<String, Long> timestamps) {
    public SubtaskTime toModel() {
      return new SubtaskTime(
          subtask, Locations.hostOf(endpoint, host), duration, States.taskTimestamps(timestamps));
    }
  }
}
