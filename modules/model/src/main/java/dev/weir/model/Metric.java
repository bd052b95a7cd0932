// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One metric.
 *
 * @param id its name within its scope
 * @param value its value as text; null if only names were requested
 */
public record Metric(
    @JsonProperty(value = "id", required = true) String id, @Nullable String value) {}
