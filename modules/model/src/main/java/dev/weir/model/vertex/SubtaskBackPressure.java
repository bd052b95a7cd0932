// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.vertex;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Back pressure of one subtask.
 *
 * @param subtask number of the subtask, from 0
 * @param backpressureLevel {@code ok}, {@code low} or {@code high}
 * @param ratio fraction of time under back pressure, from 0 to 1
 */
public record SubtaskBackPressure(
    @JsonProperty(value = "subtask", required = true) int subtask,
    @JsonProperty("backpressure-level") String backpressureLevel,
    double ratio) {}
