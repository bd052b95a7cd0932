package dev.weir.flink;

import dev.weir.model.GarbageCollector;
import dev.weir.model.TaskManager;
import dev.weir.model.TaskManagerId;
import dev.weir.model.TaskManagerMetrics;
import dev.weir.model.TaskManagers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flink's {@code /taskmanagers/<taskmanagerid>}, and without metrics an entry of its list. */
record TaskManagerResponse(
    TaskManagerId id,
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
        metrics == null ? null : metrics.toModel());
  }

  /** Alone in a list, as the classic contract has it. */
  TaskManagers alone() {
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
      @Nullable List<GarbageCollector> garbageCollectors) {
    TaskManagerMetrics toModel() {
      return new TaskManagerMetrics(
          heapCommitted,
          heapUsed,
          heapMax,
          nonHeapCommitted,
          nonHeapUsed,
          nonHeapMax,
          heapCommitted + nonHeapCommitted,
          heapUsed + nonHeapUsed,
          heapMax + nonHeapMax,
          directCount,
          directUsed,
          directMax,
          mappedCount,
          mappedUsed,
          mappedMax,
          nettyShuffleMemorySegmentsAvailable,
          nettyShuffleMemorySegmentsTotal,
          garbageCollectors == null
              ? List.of()
              : garbageCollectors.stream().filter(one -> !one.name().equals("All")).toList());
    }
  }
}
