// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import dev.weir.model.Problem;

/**
 * The {@link Problem} of a request for the progress of a cancel-with-savepoint. Flink 1.3 clients
 * wait for a word in {@code status} and ignore the HTTP status.
 *
 * @param type a URI for the kind of problem; {@code about:blank} if the title says it all
 * @param title the HTTP status in words
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
}
