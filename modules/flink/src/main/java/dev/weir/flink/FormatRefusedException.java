// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/**
 * Flink has not understood the body of a request, and so has done nothing. It refuses a body as a
 * whole if a member is of a later release.
 */
public final class FormatRefusedException extends ClusterException {
  private static final long serialVersionUID = 1;

  public FormatRefusedException(String message) {
    super(Reason.INVALID, message);
  }
}
