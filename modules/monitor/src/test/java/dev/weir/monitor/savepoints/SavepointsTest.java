// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.savepoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.SavepointOperation;
import dev.weir.flink.SavepointOptions;
import dev.weir.flink.documents.CheckpointDocuments;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import dev.weir.model.job.SavepointProgress;
import dev.weir.model.job.SavepointRequestId;
import dev.weir.monitor.FakeClusterSource;
import dev.weir.monitor.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavepointsTest {
  private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final SavepointOperation DONE =
      new SavepointOperation.Completed("file:/savepoint-1");

  /** When the savepoint of the recorded checkpoints was triggered, milliseconds. */
  private static final long RECORDED = 1795323828084L;

  private final MovableClock clock = new MovableClock();
  private final FakeClusterSource cluster = new FakeClusterSource(clock);
  private final List<JobId> changed = new CopyOnWriteArrayList<>();
  private final Savepoints savepoints = another();

  /** As another server has them, or this one after a restart. */
  private Savepoints another() {
    return new Savepoints(cluster, 100, PATIENCE, Runnable::run, clock, changed::add);
  }

  @BeforeEach
  void aJobRuns() {
    cluster.flink().with(JOB, JobState.RUNNING);
    cluster.flink().with(CheckpointDocuments.overview(JOB), "2.3.0/stream_checkpoints_after_sp");
  }

  @AfterEach
  void end() {
    savepoints.close();
  }

  private SavepointRequestId cancel() {
    return savepoints.cancel(JOB, SavepointOptions.DEFAULT).join();
  }

  private Optional<SavepointProgress> progress(SavepointRequestId id) {
    return savepoints.progress(JOB, id).join();
  }

  private long triggered() {
    return cluster.sent().stream().filter(one -> one.endsWith("/savepoints")).count();
  }

  private static void assertConflict(CompletableFuture<?> future, String sentence) {
    assertThatThrownBy(future::join)
        .cause()
        .isInstanceOfSatisfying(
            ClusterException.class,
            thrown -> assertThat(thrown.reason()).isEqualTo(Reason.CONFLICT))
        .hasMessage(sentence);
  }

  @Test
  void aCancelIsInProgressUntilItsSavepointIsComplete() {
    SavepointRequestId id = cancel();
    assertThat(progress(id)).contains(SavepointProgress.inProgress(id.value()));
    assertThat(changed).containsExactly(JOB);

    cluster.flink().endSavepoints(DONE);

    await().until(() -> changed.size() == 2);
    assertThat(progress(id)).contains(SavepointProgress.success(id.value(), "file:/savepoint-1"));
  }

  @Test
  void whoAsksAgainMeanwhileGetsTheSameNumber() {
    assertThat(cancel()).isEqualTo(cancel());
    assertThat(triggered()).isEqualTo(1);
  }

  @Test
  void anotherServerFindsTheOneThatIsUnderWay() {
    SavepointRequestId first = cancel();
    clock.passes(Duration.ofSeconds(1));
    try (Savepoints another = another()) {
      assertThat(another.progress(JOB, first).join())
          .contains(SavepointProgress.inProgress(first.value()));
      SavepointRequestId second = another.cancel(JOB, SavepointOptions.DEFAULT).join();
      assertThat(second).isNotEqualTo(first);
      assertThat(triggered()).isEqualTo(1);

      cluster.flink().endSavepoints(DONE);
      assertThat(another.progress(JOB, first).join())
          .contains(SavepointProgress.success(first.value(), "file:/savepoint-1"));
      await()
          .until(
              () ->
                  another
                      .progress(JOB, second)
                      .join()
                      .equals(
                          Optional.of(
                              SavepointProgress.success(second.value(), "file:/savepoint-1"))));
    }
  }

  @Test
  void afterOneThatFailedTheNextHasAnotherNumberAndIsTriggered() {
    SavepointRequestId first = cancel();
    cluster.flink().endSavepoints(new SavepointOperation.Failed("No space left."));
    await().until(() -> changed.size() == 2);
    assertThat(progress(first)).contains(SavepointProgress.failed(first.value(), "No space left."));

    assertThat(cancel()).isNotEqualTo(first);
    assertThat(triggered()).isEqualTo(2);
  }

  @Test
  void aTriggerThatFailsIsNotRemembered() {
    cluster.refuses(new ClusterException(Reason.INVALID, "No directory is configured."));
    assertThatThrownBy(this::cancel).cause().hasMessage("No directory is configured.");
    cluster.recovers();

    assertThat(progress(cancel())).isPresent();
  }

  @Test
  void aJobThatHasEndedIsAConflict() {
    cluster.flink().with(JOB, JobState.FINISHED);

    assertConflict(
        savepoints.cancel(JOB, SavepointOptions.DEFAULT),
        "Job " + JOB + " has already ended: it is FINISHED.");
    assertConflict(
        savepoints.stop(JOB, SavepointOptions.DEFAULT),
        "Job " + JOB + " has already ended: it is FINISHED.");
    assertThat(cluster.sent()).noneMatch(one -> one.startsWith("POST"));
  }

  @Test
  void aJobThatIsBeingCancelledIsAConflict() {
    cluster.flink().with(JOB, JobState.CANCELLING);

    assertConflict(
        savepoints.cancel(JOB, SavepointOptions.DEFAULT),
        "Job " + JOB + " is already being cancelled.");
  }

  @Test
  void aSavepointOfSomebodyElseIsAConflict() {
    cluster
        .flink()
        .with(
            "/jobs/" + JOB + "/checkpoints",
            """
            {"counts":{"restored":0,"total":1,"in_progress":1,"completed":0,"failed":0},
             "history":[{"id":1,"status":"IN_PROGRESS","is_savepoint":true}]}
            """);
    String sentence =
        "A savepoint of job "
            + JOB
            + " is under way, which another one would abort; ask again when it is done.";

    assertConflict(savepoints.cancel(JOB, SavepointOptions.DEFAULT), sentence);
    assertConflict(savepoints.stop(JOB, SavepointOptions.DEFAULT), sentence);
    assertThat(cluster.sent()).noneMatch(one -> one.startsWith("POST"));
  }

  @Test
  void ofOneThatFlinkHasForgottenTheEndedJobTells() {
    cluster.flink().with(JOB, JobState.CANCELED);
    SavepointRequestId id = SavepointSlot.of(JOB, 0).at(RECORDED);

    assertThat(progress(id))
        .contains(
            SavepointProgress.success(
                id.value(), "file:/srv/flink/sp/savepoint-9e911b-50a47560a38c"));
    assertThat(progress(SavepointSlot.of(JOB, 0).at(RECORDED + 120_000))).isEmpty();

    cluster.flink().with(JOB, JobState.RUNNING);
    assertThat(progress(id)).isEmpty();
  }

  @Test
  void aNumberThatNoServerGaveIsNotAskedFor() {
    assertThat(progress(new SavepointRequestId(1))).isEmpty();
    assertThat(progress(SavepointSlot.of(JOB, 0).at(clock.millis() + 120_000))).isEmpty();
    assertThat(cluster.sent()).isEmpty();
  }

  @Test
  void aStopIsFollowedToItsEnd() {
    savepoints.stop(JOB, SavepointOptions.DEFAULT).join();
    assertThat(cluster.sent()).contains("POST /jobs/" + JOB + "/stop");
    assertThat(changed).containsExactly(JOB);

    cluster.flink().endSavepoints(DONE);

    await().until(() -> changed.size() == 2);
  }
}
