// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/**
 * Flink rejected the body of a request, and did nothing. Flink rejects the whole body for one
 * member that only a later release knows.
 */
public final class FormatRefusedException extends ClusterException {
  private static final long serialVersionUID = 1;

  public FormatRefusedException(String message) {
    super(Reason.INVALID, message);
  }
}
