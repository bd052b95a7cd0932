// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/**
 * What answers has no such address at all: an older Flink, one that has it switched off, or no
 * Flink. That says nothing of what the address would be of.
 */
public final class NoSuchAddressException extends ClusterException {
  private static final long serialVersionUID = 1;

  public NoSuchAddressException(String message) {
    super(Reason.UNEXPECTED_ANSWER, message);
  }
}
