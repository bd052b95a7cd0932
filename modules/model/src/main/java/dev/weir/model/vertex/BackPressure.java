// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a vertex is held up by those after it: the answer of {@code
 * /jobs/<jobid>/vertices/<vertexid>/backpressure}.
 *
 * @param status {@code ok}, or {@code deprecated} where there is no (recent) measurement
 * @param backpressureLevel {@code ok}, {@code low} or {@code high}: the worst of the subtasks; null
 *     without a measurement
 * @param endTimestamp when it was measured, milliseconds since the epoch; null without a
 *     measurement
 * @param subtasks each subtask; null without a measurement
 */
public record BackPressure(
    @JsonProperty(value = "status", required = true) String status,
    @JsonProperty("backpressure-level") @Nullable String backpressureLevel,
    @JsonProperty("end-timestamp") @Nullable Long endTimestamp,
    @Nullable List<SubtaskBackPressure> subtasks) {
  /** Where nothing is measured. */
  public static final BackPressure NONE = new BackPressure("deprecated", null, null, null);
}
