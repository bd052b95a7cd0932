// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/**
 * The server has no such endpoint: an older Flink, a disabled feature, or no Flink. Whether the job
 * or jar in the path exists is unknown.
 */
public final class NoSuchAddressException extends ClusterException {
  private static final long serialVersionUID = 1;

  public NoSuchAddressException(String message) {
    super(Reason.UNEXPECTED_ANSWER, message);
  }
}
