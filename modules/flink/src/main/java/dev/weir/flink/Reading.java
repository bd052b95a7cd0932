package dev.weir.flink;

import java.time.Instant;
import java.util.function.Function;

/**
 * What was read from a cluster.
 *
 * @param value what it says
 * @param takenAt when it was asked for, by our clock
 * @param bytes how large Flink's answer was
 */
public record Reading<T>(T value, Instant takenAt, long bytes) {
  /** The same reading, understood. */
  public <V> Reading<V> map(Function<? super T, ? extends V> mapping) {
    return new Reading<>(mapping.apply(value), takenAt, bytes);
  }
}
