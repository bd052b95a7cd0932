package dev.weir.model;

import org.jspecify.annotations.Nullable;

/**
 * One metric.
 *
 * @param id its name within its scope
 * @param value its value in words; null where only names were asked for
 */
public record Metric(String id, @Nullable String value) {}
