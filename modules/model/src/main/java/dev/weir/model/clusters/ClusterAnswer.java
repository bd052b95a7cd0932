// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import org.jspecify.annotations.Nullable;

/**
 * What one cluster contributes to an answer about several.
 *
 * @param name the cluster
 * @param timestamp when it was asked for what it contributes, milliseconds since the epoch; null if
 *     it contributes nothing
 * @param freshness {@code fresh}, {@code stale} or {@code unreachable}, as the header {@code
 *     Weir-Freshness}; null if it contributes nothing
 * @param error why it could not be asked now; null if it could
 */
public record ClusterAnswer(
    ClusterName name,
    @Nullable Long timestamp,
    @Nullable String freshness,
    @Nullable String error) {}
