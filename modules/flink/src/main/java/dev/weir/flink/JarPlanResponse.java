package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Flink's {@code /jars/<jarid>/plan}. */
record JarPlanResponse(@JsonProperty(required = true) PlanResponse plan) {}
