// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.monitor.savepoints.SavepointDirectories;
import dev.weir.monitor.snapshots.SnapshotPolicy;
import java.time.Duration;

/**
 * Options of the monitor of one cluster.
 *
 * @param snapshots ages and sizes of snapshots
 * @param probeInterval after so long without an answer the cluster is probed
 * @param savepointsRemembered largest number of remembered outcomes of cancels-with-savepoint
 * @param savepointDirectories allowed targets of savepoints
 */
public record MonitorOptions(
    SnapshotPolicy snapshots,
    Duration probeInterval,
    int savepointsRemembered,
    SavepointDirectories savepointDirectories) {}
