package dev.weir.monitor;

import dev.weir.flink.ClusterException;
import dev.weir.flink.FlinkClient;
import dev.weir.flink.SavepointOperation;
import dev.weir.model.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Asks the cluster how far a savepoint is until that is known.
 *
 * <p>Flink forgets an outcome five minutes after; whoever wants it later has to have it from us.
 */
final class SavepointFollower implements AutoCloseable {
  private final FlinkClient flink;
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
      FlinkClient flink,
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

  /** The outcome: a {@code Completed} or a {@code Failed}; never fails itself. */
  CompletableFuture<SavepointOperation> outcome(JobId job, String operation) {
    CompletableFuture<SavepointOperation> outcome = new CompletableFuture<>();
    ask(job, operation, clock.instant(), outcome);
    return outcome;
  }

  private void ask(
      JobId job,
      String operation,
      Instant lastAnswer,
      CompletableFuture<SavepointOperation> outcome) {
    var unused =
        flink
            .savepoint(job, operation)
            .whenComplete(
                (progress, thrown) -> {
                  if (thrown == null && !(progress instanceof SavepointOperation.InProgress)) {
                    outcome.complete(progress);
                  } else if (closed) {
                    outcome.complete(unknown("the server was stopped."));
                  } else if (thrown == null) {
                    askLater(job, operation, clock.instant(), outcome);
                  } else if (mayComeBack(ClusterException.unwrap(thrown), lastAnswer)) {
                    askLater(job, operation, lastAnswer, outcome);
                  } else {
                    outcome.complete(unknown(ClusterException.unwrap(thrown).getMessage()));
                  }
                });
  }

  private void askLater(
      JobId job,
      String operation,
      Instant lastAnswer,
      CompletableFuture<SavepointOperation> outcome) {
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, executor)
        .execute(() -> ask(job, operation, lastAnswer, outcome));
  }

  private boolean mayComeBack(Throwable thrown, Instant lastAnswer) {
    return thrown instanceof ClusterException failure
        && failure.unavailable()
        && Duration.between(lastAnswer, clock.instant()).compareTo(patience) <= 0;
  }

  private static SavepointOperation unknown(String why) {
    return new SavepointOperation.Failed("The outcome is not known: " + why);
  }

  /** Whatever is being followed is given up at its next question. */
  @Override
  public void close() {
    closed = true;
  }
}
