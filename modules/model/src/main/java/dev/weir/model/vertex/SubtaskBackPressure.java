// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much one subtask is held up.
 *
 * @param subtask number of the subtask, from 0
 * @param backpressureLevel {@code ok}, {@code low} or {@code high}
 * @param ratio part of the time it could not go on, from 0 to 1
 */
public record SubtaskBackPressure(
    @JsonProperty(value = "subtask", required = true) int subtask,
    @JsonProperty("backpressure-level") String backpressureLevel,
    double ratio) {}
