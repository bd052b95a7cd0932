package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.TaskManagers;
import java.util.List;

/** Flink's {@code /taskmanagers}. */
record TaskManagersResponse(@JsonProperty(required = true) List<TaskManagerResponse> taskmanagers) {
  TaskManagers toModel() {
    return new TaskManagers(taskmanagers.stream().map(TaskManagerResponse::toModel).toList());
  }
}
