package dev.weir.flink;

import dev.weir.model.TaskManagers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flink's {@code /taskmanagers}. */
record TaskManagersResponse(@Nullable List<TaskManagerResponse> taskmanagers) {
  TaskManagers toModel() {
    return new TaskManagers(
        taskmanagers == null
            ? List.of()
            : taskmanagers.stream().map(TaskManagerResponse::toModel).toList());
  }
}
