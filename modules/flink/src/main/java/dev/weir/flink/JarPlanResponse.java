package dev.weir.flink;

/** Flink's {@code /jars/<jarid>/plan}. */
record JarPlanResponse(PlanResponse plan) {}
