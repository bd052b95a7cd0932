// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import dev.weir.model.Problem;

/**
 * Why the progress of a cancel-with-savepoint cannot be told, for clients of Flink 1.3 that wait
 * for a word in {@code status} and know nothing of HTTP's. Otherwise a {@link Problem}.
 *
 * @param type a URI for the kind of problem; {@code about:blank} where the title says it all
 * @param title the HTTP status in words
 * @param status {@code failed} where there can be no such request, {@code unknown} where the
 *     outcome cannot be known
 * @param detail one sentence that names what was wrong
 * @param error the same sentence
 * @param cause the same sentence
 */
public record SavepointProblem(
    String type, String title, String status, String detail, String error, String cause) {
  /** A problem with a word in place of its status. */
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
