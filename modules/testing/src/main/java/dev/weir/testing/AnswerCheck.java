// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

/** Looks at every answer that a {@link ClassicClient} gets. */
@FunctionalInterface
public interface AnswerCheck {
  /** Lets everything pass. */
  AnswerCheck NONE = (method, target, answer) -> {};

  /**
   * Throws an {@link AssertionError} if something is wrong.
   *
   * @param target path and query as they were sent
   */
  void check(String method, String target, Answer answer);
}
