// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.savepoints;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.SavepointOperation;
import dev.weir.model.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Asks the cluster how far a savepoint is until that is known.
 *
 * <p>Flink forgets an outcome five minutes after; whoever wants it later has to have it from us.
 */
final class SavepointFollower implements AutoCloseable {
  private final ClusterSource flink;
  private final Duration pause;
  private final Duration patience;
  private final Executor executor;
  private final InstantSource clock;
  private volatile boolean closed;

  /**
   * Follows nothing yet.
   *
   * @param pause between one question and the next
   * @param patience for how long the cluster may be unreachable before it is given up
   */
  SavepointFollower(
      ClusterSource flink,
      Duration pause,
      Duration patience,
      Executor executor,
      InstantSource clock) {
    this.flink = flink;
    this.pause = pause;
    this.patience = patience;
    this.executor = executor;
    this.clock = clock;
  }

  /**
   * The outcome: a {@code Completed} or a {@code Failed}; empty if it cannot be known. Never fails
   * itself.
   */
  CompletableFuture<Optional<SavepointOperation>> outcome(JobId job, String operation) {
    CompletableFuture<Optional<SavepointOperation>> outcome = new CompletableFuture<>();
    ask(job, operation, clock.instant(), outcome);
    return outcome;
  }

  private void ask(
      JobId job,
      String operation,
      Instant lastAnswer,
      CompletableFuture<Optional<SavepointOperation>> outcome) {
    var unused =
        flink
            .savepoint(job, operation)
            .whenComplete(
                (progress, thrown) -> {
                  if (thrown == null && !(progress instanceof SavepointOperation.InProgress)) {
                    outcome.complete(Optional.of(progress));
                  } else if (closed) {
                    outcome.complete(Optional.empty());
                  } else if (thrown == null) {
                    askLater(job, operation, clock.instant(), outcome);
                  } else if (mayComeBack(ClusterException.unwrap(thrown), lastAnswer)) {
                    askLater(job, operation, lastAnswer, outcome);
                  } else {
                    outcome.complete(Optional.empty());
                  }
                });
  }

  private void askLater(
      JobId job,
      String operation,
      Instant lastAnswer,
      CompletableFuture<Optional<SavepointOperation>> outcome) {
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, executor)
        .execute(() -> ask(job, operation, lastAnswer, outcome));
  }

  private boolean mayComeBack(Throwable thrown, Instant lastAnswer) {
    return thrown instanceof ClusterException failure
        && failure.unavailable()
        && Duration.between(lastAnswer, clock.instant()).compareTo(patience) <= 0;
  }

  /** Whatever is being followed is given up at its next question. */
  @Override
  public void close() {
    closed = true;
  }
}
