// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.cluster;

import org.jspecify.annotations.Nullable;

/**
 * One task manager.
 *
 * @param id its resource id
 * @param path address of its RPC endpoint
 * @param dataPort port of its data exchange
 * @param timeSinceLastHeartbeat time of its last heartbeat, milliseconds since the epoch, in spite
 *     of the name
 * @param slotsNumber its slots
 * @param freeSlots slots without a task
 * @param cpuCores processors of its machine
 * @param physicalMemory memory of its machine, in bytes
 * @param freeMemory heap of its process at the most, in bytes
 * @param managedMemory memory that Flink manages there, in bytes
 * @param metrics what its process uses; null in a list
 */
public record TaskManager(
    TaskManagerId id,
    String path,
    int dataPort,
    long timeSinceLastHeartbeat,
    int slotsNumber,
    int freeSlots,
    int cpuCores,
    long physicalMemory,
    long freeMemory,
    long managedMemory,
    @Nullable TaskManagerMetrics metrics) {}
