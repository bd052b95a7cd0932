package dev.weir.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.SavepointOperation;
import dev.weir.model.JobId;
import dev.weir.model.SavepointProgress;
import dev.weir.model.SavepointRequestId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SavepointRequestsTest {
  private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
  private static final JobId OTHER = new JobId("ffffffffffffffffffffffffffffffff");

  private final SavepointRequests requests = new SavepointRequests(2);
  private CompletableFuture<SavepointOperation> outcome = new CompletableFuture<>();

  private CompletableFuture<SavepointRequestId> start(JobId job) {
    return requests.start(
        job, () -> CompletableFuture.completedFuture("trigger"), operation -> outcome);
  }

  private SavepointRequestId done(JobId job) {
    outcome = new CompletableFuture<>();
    SavepointRequestId id = start(job).join();
    outcome.complete(new SavepointOperation.Completed("file:/sp"));
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
    outcome.complete(new SavepointOperation.Failed("No space."));

    assertThat(requests.progress(JOB, id))
        .contains(SavepointProgress.failed(id.value(), "No space."));
  }

  @Test
  void afterTheEndOfOneAnotherGetsItsOwnNumber() {
    assertThat(done(JOB)).isNotEqualTo(done(JOB));
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
    assertThat(start(JOB).join()).isEqualTo(new SavepointRequestId(1));
  }
}
