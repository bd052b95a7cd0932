// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import org.jspecify.annotations.Nullable;

/**
 * What one cluster contributes to an answer about several.
 *
 * @param name name of the cluster
 * @param timestamp when the cluster was asked for this data, milliseconds since the epoch; null
 *     without data
 * @param freshness {@code fresh}, {@code stale} or {@code unreachable}, as in the header {@code
 *     Weir-Freshness}; null without data
 * @param error why the cluster could not be asked now; null if it could
 */
public record ClusterAnswer(
    ClusterName name,
    @Nullable Long timestamp,
    @Nullable String freshness,
    @Nullable String error) {}
