// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Back pressure of a vertex: the answer of {@code /jobs/<jobid>/vertices/<vertexid>/backpressure}.
 *
 * @param status {@code ok}, or {@code deprecated} without a recent measurement
 * @param backpressureLevel {@code ok}, {@code low} or {@code high}: the worst of the subtasks; null
 *     without a measurement
 * @param endTimestamp time of the measurement, milliseconds since the epoch; null without one
 * @param subtasks each subtask; null without a measurement
 */
public record BackPressure(
    @JsonProperty(value = "status", required = true) String status,
    @JsonProperty("backpressure-level") @Nullable String backpressureLevel,
    @JsonProperty("end-timestamp") @Nullable Long endTimestamp,
    @Nullable List<SubtaskBackPressure> subtasks) {
  /** The answer without a measurement. */
  public static final BackPressure NONE = new BackPressure("deprecated", null, null, null);
}
