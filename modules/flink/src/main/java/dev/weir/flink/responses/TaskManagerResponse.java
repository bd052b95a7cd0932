// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.cluster.GarbageCollector;
import dev.weir.model.cluster.TaskManager;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.cluster.TaskManagerMetrics;
import dev.weir.model.cluster.TaskManagers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flink's {@code /taskmanagers/<taskmanagerid>}, and without metrics an entry of its list. */
public record TaskManagerResponse(
    @JsonProperty(required = true) TaskManagerId id,
    String path,
    int dataPort,
    long timeSinceLastHeartbeat,
    int slotsNumber,
    int freeSlots,
    Hardware hardware,
    @Nullable Metrics metrics) {
  TaskManager toModel() {
    return new TaskManager(
        id,
        path,
        dataPort,
        timeSinceLastHeartbeat,
        slotsNumber,
        freeSlots,
        hardware.cpuCores(),
        hardware.physicalMemory(),
        hardware.freeMemory(),
        hardware.managedMemory(),
        metrics == null || metrics.unknown() ? null : metrics.toModel());
  }

  /** Alone in a list, as the classic contract has it. */
  public TaskManagers alone() {
    return new TaskManagers(List.of(toModel()));
  }

  /** The machine; memory in bytes. */
  record Hardware(int cpuCores, long physicalMemory, long freeMemory, long managedMemory) {}

  /** The process; network buffers were {@code memorySegments…} up to 1.20. */
  record Metrics(
      long heapUsed,
      long heapCommitted,
      long heapMax,
      long nonHeapUsed,
      long nonHeapCommitted,
      long nonHeapMax,
      long directCount,
      long directUsed,
      long directMax,
      long mappedCount,
      long mappedUsed,
      long mappedMax,
      long nettyShuffleMemorySegmentsAvailable,
      long nettyShuffleMemorySegmentsTotal,
      List<GarbageCollector> garbageCollectors) {
    /** For its first seconds Flink has not heard of them, and answers 0: no process has no heap. */
    boolean unknown() {
      return heapCommitted == 0 && heapUsed == 0;
    }

    TaskManagerMetrics toModel() {
      return TaskManagerMetrics.builder()
          .heapCommitted(heapCommitted)
          .heapUsed(heapUsed)
          .heapMax(heapMax)
          .nonHeapCommitted(nonHeapCommitted)
          .nonHeapUsed(nonHeapUsed)
          .nonHeapMax(nonHeapMax)
          .totalCommitted(sum(heapCommitted, nonHeapCommitted))
          .totalUsed(sum(heapUsed, nonHeapUsed))
          .totalMax(sum(heapMax, nonHeapMax))
          .directCount(directCount)
          .directUsed(directUsed)
          .directMax(directMax)
          .mappedCount(mappedCount)
          .mappedUsed(mappedUsed)
          .mappedMax(mappedMax)
          .memorySegmentsAvailable(nettyShuffleMemorySegmentsAvailable)
          .memorySegmentsTotal(nettyShuffleMemorySegmentsTotal)
          .garbageCollectors(
              garbageCollectors.stream().filter(one -> !one.name().equals("All")).toList())
          .build();
    }

    private static long sum(long one, long other) {
      long sum = one + other;
      // Of two numbers of the same sign that have a sum of the other one.
      return ((one ^ sum) & (other ^ sum)) < 0 ? Long.MAX_VALUE : sum;
    }
  }
}
