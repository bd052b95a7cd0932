// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

/**
 * An answer that contains accumulators.
 *
 * @param <T> type of the answer
 */
public interface WithAccumulators<T extends WithAccumulators<T>> {
  /** A copy with bare accumulator values, as Flink 1.3.2 sent them. */
  T plain();
}
