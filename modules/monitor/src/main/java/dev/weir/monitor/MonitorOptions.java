// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.monitor.savepoints.SavepointDirectories;
import dev.weir.monitor.snapshots.SnapshotPolicy;
import java.time.Duration;

/**
 * How a cluster is watched.
 *
 * @param snapshots how old what is served may be
 * @param probeInterval after so long without an answer the cluster is asked whether it is there
 * @param savepointsRemembered how many outcomes of cancels-with-savepoint are kept
 * @param savepointDirectories where clients may have savepoints written to
 */
public record MonitorOptions(
    SnapshotPolicy snapshots,
    Duration probeInterval,
    int savepointsRemembered,
    SavepointDirectories savepointDirectories) {}
