// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import dev.weir.model.Problem;

/**
 * The {@link Problem} of a request for the progress of a cancel-with-savepoint. Flink 1.3 clients
 * wait for a word in {@code status} and ignore the HTTP status.
 *
 * @param type that of the problem
 * @param title that of the problem
 * @param status {@code failed} if there can be no such request, {@code unknown} if the outcome
 *     cannot be known
 * @param detail one sentence that names what was wrong
 * @param error the same sentence
 * @param cause the same sentence
 */
public record SavepointProblem(
    String type, String title, String status, String detail, String error, String cause) {
  /** Replaces the HTTP status of a problem by a word. */
  public static SavepointProblem of(Problem problem, String status) {
    return new SavepointProblem(
        problem.type(),
        problem.title(),
        status,
        problem.detail(),
        problem.error(),
        problem.detail());
  }

  /**
   * The same problem of a server below a path.
   *
   * @param path without a slash at its end; empty for the root
   */
  public SavepointProblem below(String path) {
    return new SavepointProblem(path + type, title, status, detail, error, cause);
  }
}
