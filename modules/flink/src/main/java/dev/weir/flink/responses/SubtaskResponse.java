// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.IoMetrics;
import dev.weir.model.vertex.SubtaskAttempt;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One attempt of a subtask, alone or among those of a vertex, as Flink has it. */
public record SubtaskResponse(
    @JsonProperty(required = true) int subtask,
    @Nullable String status,
    int attempt,
    @Nullable String endpoint,
    @Nullable String host,
    @JsonProperty("taskmanager-id") @Nullable String taskManagerId,
    @JsonProperty("start-time") long startTime,
    @JsonProperty("end-time") long endTime,
    long duration,
    IoMetrics metrics) {
  /** With the host alone, as the classic contract has it for one attempt. */
  public SubtaskAttempt toModel() {
    return at(Locations.hostOf(endpoint, host));
  }

  /**
   * With host and port, as the classic contract has it for the attempts of a vertex.
   *
   * @param endpoints of task managers by their id, for a Flink that tells the host alone
   */
  SubtaskAttempt withPort(Map<String, String> endpoints) {
    String known = taskManagerId == null ? null : endpoints.get(taskManagerId);
    return at(lacksPort() && known != null ? known : Locations.of(endpoint, host));
  }

  /** Whether it says on which host it runs, but not where there, as Flink does before 1.19. */
  boolean lacksPort() {
    return endpoint == null && (host == null ? taskManagerId != null : Locations.isHostAlone(host));
  }

  private SubtaskAttempt at(String where) {
    return new SubtaskAttempt(
        subtask, States.task(status), attempt, where, startTime, endTime, duration, metrics);
  }
}
