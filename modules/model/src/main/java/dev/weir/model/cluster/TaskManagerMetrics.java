// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.cluster;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    List<GarbageCollector> garbageCollectors) {
  /** Begins to make one, each component by its name. */
  public static Builder builder() {
    return new Builder();
  }

  /** Takes the components by their names. */
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
     * Makes it.
     *
     * @throws NullPointerException if something is missing
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
