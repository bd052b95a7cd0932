// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import dev.weir.flink.ClusterException.Reason;
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
  /** The same reading, understood; throws a {@link ClusterException} if it cannot be. */
  public <V> Reading<V> map(Function<? super T, ? extends V> mapping) {
    try {
      return new Reading<>(mapping.apply(value), takenAt, bytes);
    } catch (ClusterException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ClusterException(
          Reason.UNEXPECTED_ANSWER, "The cluster's answer cannot be understood.", e);
    }
  }
}
