// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

/**
 * An answer that has accumulators in it.
 *
 * @param <T> what it is
 */
public interface WithAccumulators<T extends WithAccumulators<T>> {
  /** The same with the values of accumulators alone, as Flink 1.3.2 sent them. */
  T plain();
}
