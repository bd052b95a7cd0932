// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import dev.weir.flink.ClusterException.Reason;
import java.time.Instant;
import java.util.function.Function;

/**
 * A value read from a cluster.
 *
 * @param takenAt when the request was sent, by Weir's clock
 * @param bytes length of Flink's answer
 */
public record Reading<T>(T value, Instant takenAt, long bytes) {
  /**
   * The reading in another form.
   *
   * @throws ClusterException {@code UNEXPECTED_ANSWER} if the mapping fails
   */
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
