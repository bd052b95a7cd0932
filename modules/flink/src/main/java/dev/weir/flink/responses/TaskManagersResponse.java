// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.cluster.TaskManagers;
import java.util.List;

/** Flink's {@code /taskmanagers}. */
public record TaskManagersResponse(
    @JsonProperty(required = true) List<TaskManagerResponse> taskmanagers) {
  public TaskManagers toModel() {
    return new TaskManagers(taskmanagers.stream().map(TaskManagerResponse::toModel).toList());
  }
}
