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
 * @param slotsNumber number of its slots
 * @param freeSlots slots without a task
 * @param cpuCores processors of its machine
 * @param physicalMemory memory of its machine, in bytes
 * @param freeMemory maximum heap of its process, in bytes
 * @param managedMemory Flink's managed memory, in bytes
 * @param metrics memory and garbage collection of its process; null in a list
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
