// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.cluster;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Memory and garbage collection of a task manager's process. Memory is in bytes; a maximum is -1 if
 * there is none.
 *
 * @param heapCommitted committed heap
 * @param heapUsed used heap
 * @param heapMax maximum heap
 * @param nonHeapCommitted committed non-heap memory of the JVM
 * @param nonHeapUsed used non-heap memory
 * @param nonHeapMax maximum non-heap memory
 * @param totalCommitted committed heap and non-heap memory
 * @param totalUsed used heap and non-heap memory
 * @param totalMax sum of both maxima
 * @param directCount number of direct buffers
 * @param directUsed memory used by direct buffers
 * @param directMax capacity of direct buffers
 * @param mappedCount number of mapped buffers
 * @param mappedUsed memory used by mapped buffers
 * @param mappedMax capacity of mapped buffers
 * @param memorySegmentsAvailable free network buffers
 * @param memorySegmentsTotal all network buffers
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
    List<GarbageCollector> garbageCollectors) {
  /** Returns a builder with one method per component. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builder with one method per component; counts and sizes default to 0. */
  public static final class Builder {
    private long heapCommitted;
    private long heapUsed;
    private long heapMax;
    private long nonHeapCommitted;
    private long nonHeapUsed;
    private long nonHeapMax;
    private long totalCommitted;
    private long totalUsed;
    private long totalMax;
    private long directCount;
    private long directUsed;
    private long directMax;
    private long mappedCount;
    private long mappedUsed;
    private long mappedMax;
    private long memorySegmentsAvailable;
    private long memorySegmentsTotal;
    private @Nullable List<GarbageCollector> garbageCollectors;

    private Builder() {}

    public Builder heapCommitted(long value) {
      heapCommitted = value;
      return this;
    }

    public Builder heapUsed(long value) {
      heapUsed = value;
      return this;
    }

    public Builder heapMax(long value) {
      heapMax = value;
      return this;
    }

    public Builder nonHeapCommitted(long value) {
      nonHeapCommitted = value;
      return this;
    }

    public Builder nonHeapUsed(long value) {
      nonHeapUsed = value;
      return this;
    }

    public Builder nonHeapMax(long value) {
      nonHeapMax = value;
      return this;
    }

    public Builder totalCommitted(long value) {
      totalCommitted = value;
      return this;
    }

    public Builder totalUsed(long value) {
      totalUsed = value;
      return this;
    }

    public Builder totalMax(long value) {
      totalMax = value;
      return this;
    }

    public Builder directCount(long value) {
      directCount = value;
      return this;
    }

    public Builder directUsed(long value) {
      directUsed = value;
      return this;
    }

    public Builder directMax(long value) {
      directMax = value;
      return this;
    }

    public Builder mappedCount(long value) {
      mappedCount = value;
      return this;
    }

    public Builder mappedUsed(long value) {
      mappedUsed = value;
      return this;
    }

    public Builder mappedMax(long value) {
      mappedMax = value;
      return this;
    }

    public Builder memorySegmentsAvailable(long value) {
      memorySegmentsAvailable = value;
      return this;
    }

    public Builder memorySegmentsTotal(long value) {
      memorySegmentsTotal = value;
      return this;
    }

    public Builder garbageCollectors(List<GarbageCollector> value) {
      garbageCollectors = value;
      return this;
    }

    /**
     * Builds the metrics.
     *
     * @throws NullPointerException if the garbage collectors are missing
     */
    public TaskManagerMetrics build() {
      return new TaskManagerMetrics(
          heapCommitted,
          heapUsed,
          heapMax,
          nonHeapCommitted,
          nonHeapUsed,
          nonHeapMax,
          totalCommitted,
          totalUsed,
          totalMax,
          directCount,
          directUsed,
          directMax,
          mappedCount,
          mappedUsed,
          mappedMax,
          memorySegmentsAvailable,
          memorySegmentsTotal,
          requireNonNull(garbageCollectors, "garbageCollectors"));
    }
  }
}
