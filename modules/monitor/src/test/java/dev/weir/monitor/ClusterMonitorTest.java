// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.Document;
import dev.weir.flink.LogFile;
import dev.weir.flink.SavepointOptions;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.flink.documents.JobDocuments;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.clusters.ClusterState;
import dev.weir.model.clusters.ClusterStatus;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import dev.weir.monitor.snapshots.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterMonitorTest {
  private static final JobId JOB = new JobId("9e911b17f17bc32dd5abd9b01e1c34e0");
  private static final JobId OTHER = new JobId("f".repeat(32));
  private static final TaskManagerId TASK_MANAGER = new TaskManagerId("tm-1");
  private static final Duration PATIENCE = Duration.ofMillis(20);
  private final ClusterException down = new ClusterException(Reason.UNREACHABLE, "Nobody answers.");

  @TempDir private Path directory;
  private final MovableClock clock = new MovableClock();
  private final FakeClusterSource cluster = new FakeClusterSource(clock);
  private ClusterMonitor monitor;

  @BeforeEach
  void begin() {
    cluster
        .flink()
        .with(ClusterDocuments.overview(), "2.3.0/overview")
        .with(ClusterDocuments.config(), "2.3.0/config")
        .with(ClusterDocuments.jobs(), "2.3.0/jobs_overview")
        .with(ClusterDocuments.taskManagers(), "2.3.0/taskmanagers")
        .with(ClusterDocuments.taskManager(TASK_MANAGER), "2.3.0/tm")
        .with(JobDocuments.details(JOB), "2.3.0/stream_job")
        .with(JobDocuments.details(OTHER), "2.3.0/stream_job")
        .with(JobDocuments.exceptions(JOB), "2.3.0/stream_exceptions")
        .with(JOB, JobState.RUNNING);
    monitor = TestMonitors.of("prod", cluster, directory, clock);
  }

  @AfterEach
  void end() {
    monitor.close();
  }

  private ClusterStatus status() {
    return monitor.status(true, PATIENCE).join();
  }

  @Test
  void aClusterIsPendingUntilItAnswers() {
    cluster.hangs();
    assertThat(status().state()).isEqualTo(ClusterState.PENDING);

    cluster.answers();
    ClusterStatus answered = status();
    assertThat(answered.state()).isEqualTo(ClusterState.HEALTHY);
    assertThat(answered.addresses()).containsExactly(FakeClusterSource.ADDRESS);
    assertThat(answered.overview().flinkVersion()).isEqualTo("2.3.0");
    assertThat(answered.lastError()).isNull();
  }

  @Test
  void aLostClusterIsUnhealthyWithWhatIsKnownOfIt() {
    status();
    cluster.fails(down);
    clock.passes(TestMonitors.PROBE);
    monitor.start();

    ClusterStatus lost = status();

    assertThat(lost.state()).isEqualTo(ClusterState.UNHEALTHY);
    assertThat(lost.lastError().error()).isEqualTo("Nobody answers.");
    assertThat(lost.overview().taskmanagers()).isEqualTo(2);
  }

  @Test
  void whatIsNotFlinkIsUnknown() {
    cluster.flink().with("/overview", "<html>");
    monitor.start();

    assertThat(status().state()).isEqualTo(ClusterState.UNKNOWN);
    assertThat(status().overview()).isNull();
  }

  @Test
  void theStartReadsOverviewAndConfigurationOnce() {
    monitor.start();

    read(ClusterDocuments.overview());
    assertThat(monitor.config().join().value().refreshInterval()).isEqualTo(5000);
    assertThat(cluster.sent()).containsExactly("GET /overview", "GET /config");
  }

  @Test
  void clientsAreToldTheLongerOfTheTwoRefreshIntervals() {
    cluster.flink().with("/config", "{\"refresh-interval\":60000,\"flink-version\":\"2.3.0\"}");

    assertThat(monitor.config().join().value().refreshInterval()).isEqualTo(60_000);
  }

  private <T> Snapshot<T> read(Document<T> document) {
    return monitor.read(document).join();
  }

  @Test
  void whereTheClusterHangsTheLastSnapshotIsServedAndMarked() {
    Snapshot<?> known = read(ClusterDocuments.overview());
    clock.passes(TestMonitors.STALENESS.plusMillis(1));
    cluster.hangs();

    var late = monitor.readWithin(PATIENCE, ClusterDocuments.overview()).join();

    assertThat(late.value()).isEqualTo(known.value());
    assertThat(late.freshness(clock.instant()).label()).isEqualTo("unreachable");
    assertThat(late.snapshotAge().failure())
        .hasMessage("The cluster has not answered within 20 ms.");
  }

  @Test
  void whereNothingIsKnownOfAClusterThatHangsTheReadFails() {
    cluster.hangs();

    assertThatThrownBy(monitor.readWithin(PATIENCE, ClusterDocuments.overview())::join)
        .cause()
        .hasMessage("The cluster has not answered within 20 ms.");
  }

  /** The requests that reading all again leads to. */
  private void assertForgotten(Document<?>... documents) {
    int so = cluster.sent().size();
    readAll();
    assertThat(cluster.sent().subList(so, cluster.sent().size()))
        .containsExactlyInAnyOrder(
            java.util.Arrays.stream(documents)
                .map(one -> "GET " + one.key())
                .toArray(String[]::new));
  }

  private void readAll() {
    read(ClusterDocuments.config());
    read(ClusterDocuments.overview());
    read(ClusterDocuments.jobs());
    read(ClusterDocuments.taskManagers());
    read(ClusterDocuments.jars());
    read(JobDocuments.details(JOB));
    read(JobDocuments.exceptions(JOB));
    read(JobDocuments.details(OTHER));
  }

  @Test
  void aCancelMakesStaleWhatIsKnownOfTheJobAndWhatCountsJobs() {
    readAll();
    assertForgotten();

    monitor.cancel(JOB).join();

    assertForgotten(
        ClusterDocuments.overview(),
        ClusterDocuments.jobs(),
        ClusterDocuments.taskManagers(),
        JobDocuments.details(JOB),
        JobDocuments.exceptions(JOB));
  }

  @Test
  void soDoesACancelThatFails() {
    readAll();
    cluster.refuses(new ClusterException(Reason.NO_ANSWER, "Whether it did is not known."));

    assertThatThrownBy(monitor.cancel(JOB)::join).hasCauseInstanceOf(ClusterException.class);

    cluster.recovers();
    assertForgotten(
        ClusterDocuments.overview(),
        ClusterDocuments.jobs(),
        ClusterDocuments.taskManagers(),
        JobDocuments.details(JOB),
        JobDocuments.exceptions(JOB));
  }

  @Test
  void aDirectoryThatIsNotAllowedIsRefusedHere() {
    SavepointOptions elsewhere = new SavepointOptions("file:/etc", false, null, null);

    assertThatThrownBy(() -> monitor.stop(JOB, elsewhere)).isInstanceOf(ClusterException.class);
    assertThatThrownBy(() -> monitor.cancelWithSavepoint(JOB, elsewhere))
        .isInstanceOf(ClusterException.class);
    assertThat(cluster.sent()).isEmpty();
  }

  @Test
  void aFileThatIsNotKeptIsEmptyAndAFailureIsNot() {
    cluster.flink().with("/jobmanager/log", "a line\n").with("/taskmanagers/tm-1/stdout", "x");

    assertThat(monitor.jobManagerFile(LogFile.LOG).join()).isPresent();
    assertThat(monitor.jobManagerFile(LogFile.STDOUT).join()).isEmpty();
    assertThat(monitor.taskManagerFile(TASK_MANAGER, LogFile.STDOUT).join()).isPresent();
    assertThat(monitor.taskManagerFile(TASK_MANAGER, LogFile.LOG).join()).isEmpty();
    cluster.fails(down);
    assertThatThrownBy(monitor.jobManagerFile(LogFile.LOG)::join).hasCause(down);
  }

  @Test
  void theFileOfATaskManagerThatIsNotThereIsNotFound() {
    CompletableFuture<?> file = monitor.taskManagerFile(new TaskManagerId("gone"), LogFile.LOG);

    assertThatThrownBy(file::join)
        .cause()
        .isInstanceOfSatisfying(
            ClusterException.class,
            thrown -> assertThat(thrown.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  @Test
  void closeClosesTheWayToTheCluster() {
    monitor.close();

    assertThat(cluster.isClosed()).isTrue();
  }
}
