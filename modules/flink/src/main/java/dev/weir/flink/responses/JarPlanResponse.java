// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Flink's {@code /jars/<jarid>/plan}. */
public record JarPlanResponse(@JsonProperty(required = true) PlanResponse plan) {}
