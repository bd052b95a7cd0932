// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.cluster;

import java.util.List;

/**
 * What the process of a task manager uses; all memory in bytes, all maxima -1 where there is none.
 *
 * @param heapCommitted heap that the process has
 * @param heapUsed heap in use
 * @param heapMax heap it may have
 * @param nonHeapCommitted other memory of the JVM that the process has
 * @param nonHeapUsed of that in use
 * @param nonHeapMax of that it may have
 * @param totalCommitted heap and other memory that the process has
 * @param totalUsed of that in use
 * @param totalMax the two maxima added up
 * @param directCount direct buffers
 * @param directUsed memory in them
 * @param directMax their capacity
 * @param mappedCount mapped buffers
 * @param mappedUsed memory in them
 * @param mappedMax their capacity
 * @param memorySegmentsAvailable network buffers that are free
 * @param memorySegmentsTotal network buffers
 * @param garbageCollectors its garbage collectors
 */
public record TaskManagerMetrics(
    long heapCommitted,
    long heapUsed,
    long heapMax,
    long nonHeapCommitted,
    long nonHeapUsed,
    long nonHeapMax,
    long totalCommitted,
    long totalUsed,
    long totalMax,
    long directCount,
    long directUsed,
    long directMax,
    long mappedCount,
    long mappedUsed,
    long mappedMax,
    long memorySegmentsAvailable,
    long memorySegmentsTotal,
    List<GarbageCollector> garbageCollectors) {}
