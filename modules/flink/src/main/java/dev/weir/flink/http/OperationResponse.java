// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.flink.SavepointOperation;
import dev.weir.flink.json.FlinkErrors;
import org.jspecify.annotations.Nullable;

/** Flink's progress of an asynchronous operation, such as a savepoint. */
public record OperationResponse(
    /** The progress as a type; a completed operation without a location has failed. */
    @JsonProperty(required = true) Status status, @Nullable Operation operation) {
  public SavepointOperation toOperation() {
    if (!status.id().equals("COMPLETED")) {
      return new SavepointOperation.InProgress();
    }
    if (operation != null && operation.location() != null) {
      return new SavepointOperation.Completed(operation.location());
    }
    String trace =
        operation == null || operation.failureCause() == null
            ? ""
            : operation.failureCause().stackTrace();
    return new SavepointOperation.Failed(FlinkErrors.sentence(trace, 200));
  }

  /** Whether it is done. */
  record Status(@JsonProperty(required = true) String id) {}

  /** What came of it. */
  record Operation(
      @Nullable String location,
      @JsonProperty("failure-cause") @Nullable FailureCause failureCause) {}

  /** Why it failed. */
  record FailureCause(@JsonProperty("stack-trace") String stackTrace) {}
}
