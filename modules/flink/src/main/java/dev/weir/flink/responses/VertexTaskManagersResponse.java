// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.IoMetrics;
import dev.weir.model.vertex.TaskManagerShare;
import dev.weir.model.vertex.VertexId;
import dev.weir.model.vertex.VertexTaskManagers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flink's {@code /jobs/<jobid>/vertices/<vertexid>/taskmanagers}. */
public record VertexTaskManagersResponse(
    String name, long now, @JsonProperty(required = true) List<Share> taskmanagers) {
  public VertexTaskManagers toModel(VertexId vertex) {
    return new VertexTaskManagers(
        vertex, name, now, taskmanagers.stream().map(Share::toModel).toList());
  }

  /** Where each task manager is, by its id. */
  public Map<String, String> endpoints() {
    Map<String, String> endpoints = new HashMap<>();
    for (Share share : taskmanagers) {
      if (share.taskManagerId() != null) {
        endpoints.put(share.taskManagerId(), Locations.of(share.endpoint(), share.host()));
      }
    }
    return endpoints;
  }

  /** One task manager's. */
  record Share(
      @Nullable String endpoint,
      @Nullable String host,
      @JsonProperty("taskmanager-id") @Nullable String taskManagerId,
      @Nullable String status,
      @JsonProperty("start-time") long startTime,
      @JsonProperty("end-time") long endTime,
      long duration,
      IoMetrics metrics,
      @JsonProperty("status-counts") @Nullable Map<String, Integer> statusCounts) {
    public TaskManagerShare toModel() {
      return new TaskManagerShare(
          Locations.of(endpoint, host),
          States.task(status),
          startTime,
          endTime,
          duration,
          metrics,
          States.taskCounts(statusCounts));
    }
  }
}
