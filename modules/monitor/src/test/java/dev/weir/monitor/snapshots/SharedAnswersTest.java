// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.flink.documents.RawDocument;
import dev.weir.flink.raw.RawJson;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.FakeClusterSource;
import dev.weir.monitor.MovableClock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers of Flink's own documents, and of the classic ones that are made of the same answers. */
class SharedAnswersTest {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final String PATH = "/overview";

  /** With a member that the model does not have, and spaces as no Flink sends them. */
  private static final String OVERVIEW =
      """
      {"taskmanagers": 1, "slots-total": 4, "slots-available": 3, "jobs-running": %d,
       "jobs-finished": 0, "jobs-cancelled": 0, "jobs-failed": 0, "flink-version": "2.3.0",
       "flink-commit": "0123456", "new": ["NaN", 0.10]}
      """;

  private final MovableClock clock = new MovableClock();
  private final FakeClusterSource flink = new FakeClusterSource(clock);
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final SnapshotStore store =
      new SnapshotStore(
          new ClusterName("prod"),
          flink,
          new SnapshotPolicy(INTERVAL, Duration.ofSeconds(5), Duration.ofMinutes(1), 1 << 20),
          SnapshotListeners.NONE,
          tasks::add,
          clock);

  @BeforeEach
  void aCluster() {
    running(1);
  }

  private void running(int jobs) {
    flink.flink().with(PATH, OVERVIEW.formatted(jobs));
  }

  private Snapshot<RawJson> raw() {
    return done(store.snapshot(new RawDocument(PATH)));
  }

  private Snapshot<ClusterOverview> classic() {
    return done(store.snapshot(ClusterDocuments.overview()));
  }

  /** A refresh, too, is done then. */
  private <T> T done(CompletableFuture<T> future) {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
    return future.join();
  }

  private static String text(Snapshot<RawJson> snapshot) {
    return new String(snapshot.representation().identity(), UTF_8);
  }

  @Test
  void flinksOwnDocumentIsWhatFlinkSent() {
    assertThat(text(raw())).isEqualTo(OVERVIEW.formatted(1));
  }

  @Test
  void bothKindsOfReadersCauseOneRequest() {
    raw();
    assertThat(classic().value().jobsRunning()).isEqualTo(1);
    assertThat(flink.sent()).containsExactly("GET " + PATH);
    assertThat(classic().takenAt()).isEqualTo(raw().takenAt());
  }

  @Test
  void andOneInEachInterval() {
    raw();
    classic();
    for (int i = 2; i < 6; i++) {
      running(i);
      clock.passes(INTERVAL.plus(MOMENT));
      classic();
      raw();
      clock.passes(MOMENT);
      assertThat(classic().value().jobsRunning()).isEqualTo(i);
      assertThat(text(raw())).contains("\"jobs-running\": " + i);
      assertThat(flink.sent()).hasSize(i);
    }
  }

  @Test
  void withoutReadersOfFlinksOwnDocumentNothingOfItIsKept() {
    classic();
    long bytes = store.bytes();
    raw();

    assertThat(store.bytes()).isGreaterThan(bytes);
    assertThat(flink.sent()).hasSize(2);
  }

  @Test
  void whatCannotBeAskedForAgainIsMarkedForBoth() {
    raw();
    classic();
    flink.fails(new ClusterException(Reason.UNREACHABLE, "Nobody answers."));
    clock.passes(INTERVAL.plus(MOMENT));
    classic();
    raw();

    assertThat(classic().freshness(clock.instant())).isEqualTo(Freshness.UNREACHABLE);
    assertThat(raw().freshness(clock.instant())).isEqualTo(Freshness.UNREACHABLE);
  }

  @Test
  void whatIsNoJsonIsNoAnswerOfFlink() {
    flink.flink().with(PATH, "<html>");

    assertThatThrownBy(this::raw)
        .cause()
        .isInstanceOfSatisfying(
            ClusterException.class,
            thrown -> assertThat(thrown.reason()).isEqualTo(Reason.UNEXPECTED_ANSWER));
  }
}
