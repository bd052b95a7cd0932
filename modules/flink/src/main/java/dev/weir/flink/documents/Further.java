// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.json.LeftOut;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers of Flink's that add to a document whose own answer is another. */
final class Further {
  private Further() {}

  /**
   * Such an answer; empty where it cannot be understood, which hides nothing of the other.
   *
   * @param what it is, for the log
   */
  static <T> CompletableFuture<Optional<T>> answer(CompletableFuture<T> read, String what) {
    return read.thenApply(Optional::of)
        .exceptionallyCompose(
            thrown -> {
              if (ClusterException.unwrap(thrown) instanceof ClusterException why
                  && why.reason() == Reason.UNEXPECTED_ANSWER) {
                LeftOut.report(what, "that only adds to another answer");
                return CompletableFuture.completedFuture(Optional.empty());
              }
              return CompletableFuture.failedFuture(thrown);
            });
  }
}
