// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.savepoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.SavepointOperation;
import dev.weir.flink.SavepointOptions;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import dev.weir.monitor.FakeClusterSource;
import dev.weir.monitor.MovableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SavepointFollowerTest {
  private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private final ClusterException down = new ClusterException(Reason.UNREACHABLE, "Nobody answers.");

  private final MovableClock clock = new MovableClock();
  private final FakeClusterSource cluster = new FakeClusterSource(clock);
  private final SavepointFollower follower =
      new SavepointFollower(cluster, Duration.ofMillis(2), PATIENCE, Runnable::run, clock);

  private CompletableFuture<Optional<SavepointOperation>> followed() {
    cluster.flink().with(JOB, JobState.RUNNING);
    String operation = cluster.stop(JOB, SavepointOptions.DEFAULT).join();
    return follower.outcome(JOB, operation);
  }

  private void awaitMoreQuestions() {
    int so = cluster.sent().size();
    await().until(() -> cluster.sent().size() >= so + 2);
  }

  @AfterEach
  void end() {
    follower.close();
  }

  @Test
  void itAsksUntilTheSavepointIsComplete() {
    var outcome = followed();
    awaitMoreQuestions();
    assertThat(outcome).isNotDone();

    SavepointOperation done = new SavepointOperation.Completed("file:/savepoint-1");
    cluster.flink().endSavepoints(done);

    await().until(outcome::isDone);
    assertThat(outcome.join()).contains(done);
  }

  @Test
  void aFailureIsAnOutcomeToo() {
    var outcome = followed();

    SavepointOperation failed = new SavepointOperation.Failed("No space left.");
    cluster.flink().endSavepoints(failed);

    await().until(outcome::isDone);
    assertThat(outcome.join()).contains(failed);
  }

  @Test
  void aClusterThatIsAwayForAWhileIsAskedOn() {
    var outcome = followed();
    cluster.fails(new ClusterException(Reason.UNEXPECTED_ANSWER, "A proxy's error page."));
    clock.passes(PATIENCE);
    awaitMoreQuestions();
    assertThat(outcome).isNotDone();

    cluster.recovers();
    cluster.flink().endSavepoints(new SavepointOperation.Completed("file:/savepoint-1"));
    await().until(outcome::isDone);
    assertThat(outcome.join()).isPresent();
  }

  @Test
  void beyondThePatienceTheOutcomeIsNotKnown() {
    var outcome = followed();
    cluster.fails(down);
    clock.passes(PATIENCE.plusMillis(1));

    await().until(outcome::isDone);
    assertThat(outcome.join()).isEmpty();
  }

  @Test
  void thePatienceIsCountedFromTheLastAnswer() {
    var outcome = followed();
    clock.passes(PATIENCE);
    awaitMoreQuestions();
    cluster.fails(new ClusterException(Reason.UNEXPECTED_ANSWER, "A proxy's error page."));
    clock.passes(PATIENCE);

    awaitMoreQuestions();

    assertThat(outcome).isNotDone();
  }

  @Test
  void anOutcomeThatFlinkHasForgottenIsNotKnown() {
    var outcome = followed();

    cluster.flink().forgetSavepoints();

    await().until(outcome::isDone);
    assertThat(outcome.join()).isEmpty();
  }

  @Test
  void afterCloseWhatIsFollowedIsGivenUp() {
    var outcome = followed();

    follower.close();

    await().until(outcome::isDone);
    assertThat(outcome.join()).isEmpty();
  }
}
