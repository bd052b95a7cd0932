// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/**
 * A JobManager has no such program, and so has done nothing: even a run may be asked for again once
 * it has the program.
 */
public final class NoSuchJarException extends ClusterException {
  private static final long serialVersionUID = 1;

  public NoSuchJarException(String message) {
    super(Reason.NOT_FOUND, message);
  }
}
