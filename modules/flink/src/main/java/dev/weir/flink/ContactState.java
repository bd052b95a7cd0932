// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The contact with a cluster.
 *
 * @param answered time of the last answer; null before the first
 * @param failed time of the last failure; null before the first
 * @param failure the last failure; null before the first
 * @param back time of the first answer after the cluster was lost last; null if it never was
 * @param lost whether the circuit breaker is open, so that only probes are sent
 */
public record ContactState(
    @Nullable Instant answered,
    @Nullable Instant failed,
    @Nullable ClusterException failure,
    @Nullable Instant back,
    boolean lost) {}
