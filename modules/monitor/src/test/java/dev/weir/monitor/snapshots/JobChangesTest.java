// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.Reading;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobOverview;
import dev.weir.model.job.JobState;
import dev.weir.model.job.JobSummary;
import dev.weir.model.job.TaskCounts;
import dev.weir.monitor.FakeClusterSource;
import dev.weir.monitor.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is said of a job after it has changed, and of what cannot be understood. */
class JobChangesTest {
  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");

  private final MovableClock clock = new MovableClock();
  private final SnapshotStore store =
      new SnapshotStore(
          new ClusterName("prod"),
          new FakeClusterSource(clock),
          new SnapshotPolicy(LONG, LONG, LONG, 1 << 20),
          SnapshotListeners.NONE,
          Runnable::run,
          clock);

  private ControlledDocument read(String key) {
    ControlledDocument document = new ControlledDocument(key, clock);
    CompletableFuture<?> first = store.snapshot(document);
    document.answers("one");
    assertThat(first).isCompleted();
    return document;
  }

  private String freshness(ControlledDocument of) {
    return store.snapshot(of).join().freshness(clock.instant()).label();
  }

  @Test
  void afterAChangeOfAJobNothingOfItIsFreshThatMayBeFromBefore() {
    ControlledDocument job = read("/jobs/" + JOB);
    ControlledDocument other = read("/jobs/" + "f".repeat(32));
    store.keptByFlink(MOMENT);

    store.changed(JOB);
    assertThat(freshness(job)).isEqualTo("stale");
    assertThat(freshness(other)).isEqualTo("fresh");

    clock.passes(MOMENT);
    assertThat(freshness(job)).isEqualTo("stale");
    job.answers("from before, maybe");
    assertThat(freshness(job)).isEqualTo("stale");

    clock.passes(MOMENT);
    assertThat(freshness(job)).isEqualTo("stale");
    job.answers("from after");
    assertThat(freshness(job)).isEqualTo("fresh");
  }

  private static JobOverview jobs(JobState state, long modified) {
    return JobOverview.of(
        List.of(
            new JobSummary(
                JOB, "job", state, 1, -1, 1, modified, new TaskCounts(1, 0, 1, 0, 0, 0, 0))));
  }

  private void listed(JobState state, long modified) {
    store.put(ClusterDocuments.jobs(), new Reading<>(jobs(state, modified), clock.instant(), 1));
  }

  @Test
  void aJobThatIsOtherwiseInTheListIsNotFreshElsewhere() {
    ControlledDocument exceptions = read("/jobs/" + JOB + "/exceptions");
    listed(JobState.RUNNING, 5);
    listed(JobState.RUNNING, 5);
    assertThat(freshness(exceptions)).isEqualTo("fresh");

    listed(JobState.RESTARTING, 5);
    assertThat(freshness(exceptions)).isEqualTo("stale");
  }

  @Test
  void aTaskThatIsOtherwiseInTheListIsAChangeOfItsJob() {
    assertThat(JobChanges.between(jobs(JobState.RUNNING, 5), jobs(JobState.RUNNING, 6)))
        .containsExactly(JOB);
    assertThat(JobChanges.between(jobs(JobState.RUNNING, 5), jobs(JobState.RUNNING, 5))).isEmpty();
    assertThat(JobChanges.between(JobOverview.of(List.of()), jobs(JobState.RUNNING, 5))).isEmpty();
  }

  @Test
  void anAnswerThatCannotBeUnderstoodIsNotReplacedByAnOldOne() {
    ControlledDocument document = read("/overview");
    clock.passes(LONG.plus(MOMENT));
    CompletableFuture<?> reading = store.snapshot(document);
    document.fails(new ClusterException(Reason.UNEXPECTED_ANSWER, "That is not Flink's."));
    document.fails(new ClusterException(Reason.UNEXPECTED_ANSWER, "That is not Flink's."));

    assertThatThrownBy(reading::join).hasRootCauseMessage("That is not Flink's.");
  }
}
