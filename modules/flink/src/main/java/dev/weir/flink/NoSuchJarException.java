// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import dev.weir.model.ProblemKind;

/**
 * The JobManager does not have the jar, and did nothing. The request may be repeated after an
 * upload, even a run.
 */
public final class NoSuchJarException extends ClusterException {
  private static final long serialVersionUID = 1;

  public NoSuchJarException(String message) {
    super(Reason.NOT_FOUND, ProblemKind.UNKNOWN_JAR, message);
  }
}
