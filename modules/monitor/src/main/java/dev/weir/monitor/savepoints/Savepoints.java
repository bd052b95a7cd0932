// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.savepoints;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.SavepointOperation;
import dev.weir.flink.SavepointOptions;
import dev.weir.flink.documents.CheckpointDocuments;
import dev.weir.model.ProblemKind;
import dev.weir.model.checkpoint.Checkpoint;
import dev.weir.model.checkpoint.CheckpointOverview;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import dev.weir.model.job.SavepointProgress;
import dev.weir.model.job.SavepointRequestId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Ends jobs with savepoints. A savepoint in progress is neither triggered again nor aborted by
 * another, and keeps its request id, even across a restart of Weir.
 *
 * <p>Flink lets the caller choose the id of an operation. Here the id follows from the job and a
 * slot, and the request id names the slot. So only clients and Flink need to remember anything.
 */
public final class Savepoints implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Savepoints.class.getName());
  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  /** How far clocks of this machine and of the cluster's may be apart. */
  private static final long CLOCK_MILLIS = 60_000;

  private final ClusterSource flink;
  private final SavepointRequests requests;
  private final SavepointFollower follower;
  private final InstantSource clock;
  private final Consumer<JobId> changed;

  /**
   * Savepoints of that cluster.
   *
   * @param remembered largest number of remembered requests
   * @param patience how long an unreachable cluster is asked for an outcome
   * @param changed told of each job that may have changed
   */
  public Savepoints(
      ClusterSource flink,
      int remembered,
      Duration patience,
      Executor executor,
      InstantSource clock,
      Consumer<JobId> changed) {
    this.flink = flink;
    this.requests = new SavepointRequests(remembered, clock);
    this.follower = new SavepointFollower(flink, ASK_AGAIN, patience, executor, clock);
    this.clock = clock;
    this.changed = changed;
  }

  /** Starts a cancel-with-savepoint, or finds the one in progress. */
  public CompletableFuture<SavepointRequestId> cancel(JobId job, SavepointOptions options) {
    return requests.start(
        job,
        () -> running(job).thenCompose(running -> trigger(job, options, 0)),
        operation -> follow(job, operation));
  }

  /** In the first slot that is free, unless one before it is under way. */
  private CompletableFuture<SavepointSlot> trigger(JobId job, SavepointOptions options, int slot) {
    if (slot == SavepointSlot.SLOTS) {
      return CompletableFuture.failedFuture(
          new ClusterException(
              Reason.CONFLICT,
              "Job " + job + " has had too many savepoints within minutes; ask again later."));
    }
    SavepointSlot here = SavepointSlot.of(job, slot);
    return flink
        .savepoint(job, here.operation())
        .thenApply(Optional::of)
        .exceptionallyCompose(Savepoints::emptyIfNotFound)
        .thenCompose(
            known -> {
              if (known.isEmpty()) {
                return noOther(job)
                    .thenCompose(
                        none -> flink.cancelWithSavepoint(job, options.as(here.operation())))
                    .thenApply(triggered -> here);
              }
              return known.get() instanceof SavepointOperation.InProgress
                  ? CompletableFuture.completedFuture(here)
                  : trigger(job, options, slot + 1);
            });
  }

  /** Stops a job with a savepoint; completes when the cluster has accepted. */
  public CompletableFuture<Void> stop(JobId job, SavepointOptions options) {
    return running(job)
        .thenCompose(
            // Flink does not do twice what has the same id.
            running ->
                options.triggerId() == null
                    ? noOther(job)
                    : CompletableFuture.<Void>completedFuture(null))
        .thenCompose(none -> flink.stop(job, options))
        .thenAccept(
            operation -> {
              var unused = follow(job, operation).thenAccept(outcome -> report(job, outcome));
            });
  }

  /** The progress of a cancel-with-savepoint; empty for an unknown or forgotten request id. */
  public CompletableFuture<Optional<SavepointProgress>> progress(JobId job, SavepointRequestId id) {
    Optional<SavepointProgress> known = requests.progress(job, id);
    if (known.isPresent() || !SavepointSlot.isNumber(id, clock.millis() + CLOCK_MILLIS)) {
      return CompletableFuture.completedFuture(known);
    }
    return flink
        .savepoint(job, SavepointSlot.of(job, id).operation())
        .thenApply(operation -> Optional.of(SavepointRequests.progress(id, operation)))
        .exceptionallyCompose(
            thrown ->
                ClusterException.saysNotFound(thrown)
                    ? fromItsTraces(job, id)
                    : CompletableFuture.failedFuture(thrown));
  }

  /** Of one that Flink has forgotten: a job that has ended after it says where it is. */
  private CompletableFuture<Optional<SavepointProgress>> fromItsTraces(
      JobId job, SavepointRequestId id) {
    return flink
        .status(job)
        .thenCompose(
            status ->
                status.ended()
                    ? checkpoints(job).thenApply(overview -> savepoint(id, overview))
                    : CompletableFuture.completedFuture(Optional.<SavepointProgress>empty()));
  }

  private static Optional<SavepointProgress> savepoint(
      SavepointRequestId id, CheckpointOverview overview) {
    Checkpoint savepoint = overview.latest() == null ? null : overview.latest().savepoint();
    return savepoint != null
            && savepoint.externalPath() != null
            && savepoint.triggerTimestamp() >= SavepointSlot.millis(id) - CLOCK_MILLIS
        ? Optional.of(SavepointProgress.success(id.value(), savepoint.externalPath()))
        : Optional.empty();
  }

  private CompletableFuture<Void> running(JobId job) {
    return flink
        .status(job)
        .thenAccept(
            status -> {
              if (status.ended()) {
                throw new ClusterException(
                    Reason.CONFLICT, "Job " + job + " has already ended: it is " + status + ".");
              }
              // Flink would take it and let it fail later; a job is in this state for a moment
              // even after its cancel-with-savepoint is done.
              if (status == JobState.CANCELLING) {
                throw new ClusterException(
                    Reason.CONFLICT, "Job " + job + " is already being cancelled.");
              }
            });
  }

  /** Fails if the job has a savepoint under way, which Flink would give up for another one. */
  private CompletableFuture<Void> noOther(JobId job) {
    return checkpoints(job)
        .thenAccept(
            overview -> {
              if (overview.history() != null
                  && overview.history().stream().anyMatch(Savepoints::isUnderWay)) {
                throw new ClusterException(
                    Reason.CONFLICT,
                    ProblemKind.SAVEPOINT_IN_PROGRESS,
                    "A savepoint of job "
                        + job
                        + " is under way, which another one would abort; ask again when it is done.");
              }
            });
  }

  private static boolean isUnderWay(Checkpoint one) {
    return Boolean.TRUE.equals(one.isSavepoint()) && "IN_PROGRESS".equals(one.status());
  }

  /** Never from a snapshot; those of a job that makes none are none. */
  private CompletableFuture<CheckpointOverview> checkpoints(JobId job) {
    return CheckpointDocuments.overview(job)
        .read(flink)
        .<CheckpointOverview>thenApply(reading -> reading.value());
  }

  private static <T> CompletableFuture<Optional<T>> emptyIfNotFound(Throwable thrown) {
    return ClusterException.saysNotFound(thrown)
        ? CompletableFuture.completedFuture(Optional.empty())
        : CompletableFuture.failedFuture(thrown);
  }

  private CompletableFuture<Optional<SavepointOperation>> follow(JobId job, String operation) {
    changed.accept(job);
    return follower.outcome(job, operation).whenComplete((outcome, thrown) -> changed.accept(job));
  }

  private static void report(JobId job, Optional<SavepointOperation> outcome) {
    if (outcome.isEmpty()) {
      LOG.log(Level.WARNING, "Whether job {0} stopped is not known.", job);
    } else if (outcome.get() instanceof SavepointOperation.Failed failed) {
      LOG.log(Level.WARNING, "Job {0} did not stop: {1}", job, failed.cause());
    }
  }

  /** Stops following. The cluster completes what it has accepted. */
  @Override
  public void close() {
    follower.close();
  }
}
