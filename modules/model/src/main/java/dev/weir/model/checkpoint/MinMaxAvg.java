// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

/**
 * Least, most and mean of a number.
 *
 * @param min the least
 * @param max the most
 * @param avg the mean
 */
public record MinMaxAvg(long min, long max, long avg) {

  /** Of nothing. */
  public static final MinMaxAvg ZERO = new MinMaxAvg(0, 0, 0);
}
