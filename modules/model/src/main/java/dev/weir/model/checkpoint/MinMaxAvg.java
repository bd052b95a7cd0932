// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.checkpoint;

/**
 * Minimum, maximum and average of several values.
 *
 * @param min minimum
 * @param max maximum
 * @param avg average
 */
public record MinMaxAvg(long min, long max, long avg) {

  /** The result for no values. */
  public static final MinMaxAvg ZERO = new MinMaxAvg(0, 0, 0);
}
