// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.savepoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.SavepointOperation;
import dev.weir.model.job.JobId;
import dev.weir.model.job.SavepointProgress;
import dev.weir.model.job.SavepointRequestId;
import dev.weir.monitor.MovableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SavepointRequestsTest {
  private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
  private static final JobId OTHER = new JobId("ffffffffffffffffffffffffffffffff");

  private final SavepointRequests requests = new SavepointRequests(2, new MovableClock());
  private CompletableFuture<Optional<SavepointOperation>> outcome = new CompletableFuture<>();

  private CompletableFuture<SavepointRequestId> start(JobId job) {
    return requests.start(
        job,
        () -> CompletableFuture.completedFuture(SavepointSlot.of(job, 7)),
        operation -> outcome);
  }

  private SavepointRequestId done(JobId job) {
    outcome = new CompletableFuture<>();
    SavepointRequestId id = start(job).join();
    outcome.complete(Optional.of(new SavepointOperation.Completed("file:/sp")));
    return id;
  }

  @Test
  void whoAsksAgainWhileOneIsUnderWayGetsTheSameNumber() {
    assertThat(start(JOB).join()).isEqualTo(start(JOB).join());
    assertThat(start(OTHER).join()).isNotEqualTo(start(JOB).join());
  }

  @Test
  void oneThatIsUnderWayIsInProgress() {
    SavepointRequestId id = start(JOB).join();

    assertThat(requests.progress(JOB, id)).contains(SavepointProgress.inProgress(id.value()));
  }

  @Test
  void theOutcomeStays() {
    SavepointRequestId id = done(JOB);

    assertThat(requests.progress(JOB, id))
        .contains(SavepointProgress.success(id.value(), "file:/sp"));
    assertThat(requests.progress(JOB, id)).isPresent();
  }

  @Test
  void aFailureSaysWhy() {
    SavepointRequestId id = start(JOB).join();
    outcome.complete(Optional.of(new SavepointOperation.Failed("No space.")));

    assertThat(requests.progress(JOB, id))
        .contains(SavepointProgress.failed(id.value(), "No space."));
  }

  @Test
  void afterTheEndOfOneAnotherGetsItsOwnNumber() {
    assertThat(done(JOB)).isNotEqualTo(done(JOB));
  }

  @Test
  void oneWhoseOutcomeIsNotKnownIsNotSaidToHaveFailed() {
    SavepointRequestId id = start(JOB).join();
    outcome.complete(Optional.empty());

    assertThat(requests.progress(JOB, id)).isEmpty();
  }

  @Test
  void aNumberIsOfATimeAndOfAPlace() {
    SavepointRequestId id = start(JOB).join();

    assertThat(SavepointSlot.isNumber(id, SavepointSlot.millis(id))).isTrue();
    assertThat(SavepointSlot.isNumber(id, SavepointSlot.millis(id) - 1)).isFalse();
    assertThat(SavepointSlot.isNumber(new SavepointRequestId(1), Long.MAX_VALUE)).isFalse();
    assertThat(SavepointSlot.of(JOB, id)).isEqualTo(SavepointSlot.of(JOB, 7));
    assertThat(SavepointSlot.of(JOB, 7).operation())
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(SavepointSlot.of(JOB, 8).operation())
        .isNotEqualTo(SavepointSlot.of(OTHER, 7).operation());
  }

  @Test
  void aServerThatStartsLaterGivesNoNumberAgain() {
    MovableClock clock = new MovableClock();
    SavepointRequestId before = first(clock, JOB);
    clock.passes(Duration.ofMillis(1));

    assertThat(first(clock, JOB).value()).isGreaterThan(before.value());
  }

  private static SavepointRequestId first(MovableClock clock, JobId job) {
    return new SavepointRequests(2, clock)
        .start(
            job,
            () -> CompletableFuture.completedFuture(SavepointSlot.of(job, 0)),
            operation -> new CompletableFuture<>())
        .join();
  }

  @Test
  void anUnknownNumberAndAnotherJobsNumberAreUnknown() {
    SavepointRequestId id = start(JOB).join();

    assertThat(requests.progress(JOB, new SavepointRequestId(99))).isEmpty();
    assertThat(requests.progress(OTHER, id)).isEmpty();
  }

  @Test
  void theOldestOutcomeIsForgottenFirst() {
    SavepointRequestId first = done(JOB);
    SavepointRequestId second = done(JOB);
    SavepointRequestId third = done(OTHER);

    assertThat(requests.progress(JOB, first)).isEmpty();
    assertThat(requests.progress(JOB, second)).isPresent();
    assertThat(requests.progress(OTHER, third)).isPresent();
  }

  @Test
  void whatTheClusterRefusesLeavesNothingBehind() {
    ClusterException refusal = new ClusterException(Reason.CONFLICT, "It has ended.");

    assertThatThrownBy(
            () ->
                requests
                    .start(JOB, () -> CompletableFuture.failedFuture(refusal), operation -> outcome)
                    .join())
        .hasCause(refusal);
    assertThat(requests.progress(JOB, start(JOB).join())).isPresent();
  }
}
