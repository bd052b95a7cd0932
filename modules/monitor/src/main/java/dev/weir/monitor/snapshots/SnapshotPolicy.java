// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import java.time.Duration;

/**
 * How old a snapshot may be.
 *
 * @param refreshInterval up to this age it is served as it is
 * @param maxStaleness up to this age it is served while a newer one is fetched; beyond, readers
 *     wait for that
 * @param maxUnreachable up to this age it is served, marked, while the cluster cannot be asked;
 *     beyond, readers get the error
 * @param maxBytes of Flink's answers, all snapshots of a cluster together
 */
public record SnapshotPolicy(
    Duration refreshInterval, Duration maxStaleness, Duration maxUnreachable, long maxBytes) {}
