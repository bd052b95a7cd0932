// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.FakeClusterSource;
import dev.weir.monitor.MovableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SnapshotListenersTest {
  private static final Duration INTERVAL = Duration.ofSeconds(3);
  private static final long MAX_BYTES = 10;

  private final MovableClock clock = new MovableClock();
  private final List<String> told = new ArrayList<>();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final ControlledDocument document = new ControlledDocument("/overview", clock);
  private SnapshotListeners listeners =
      new SnapshotListeners(List.of(new Failing(), new Remembering()), MAX_BYTES, tasks::add);

  private final class Remembering implements SnapshotListener {
    @Override
    public <T> void replaced(
        ClusterName cluster, Document<T> of, Snapshot<T> old, Snapshot<T> next) {
      told.add(
          "%s %s %s -> %s"
              .formatted(cluster, of.key(), old == null ? null : old.value(), next.value()));
    }
  }

  private static final class Failing implements SnapshotListener {
    @Override
    public <T> void replaced(
        ClusterName cluster, Document<T> of, Snapshot<T> old, Snapshot<T> next) {
      throw new IllegalStateException("A listener's own fault.");
    }
  }

  private SnapshotStore store() {
    return new SnapshotStore(
        new ClusterName("prod"),
        new FakeClusterSource(clock),
        new SnapshotPolicy(INTERVAL, INTERVAL, Duration.ofMinutes(10), 1 << 20),
        listeners,
        Runnable::run,
        clock);
  }

  private void read(SnapshotStore store, ControlledDocument one, String value) {
    store.put(one, new Reading<>(List.of(value), clock.instant(), value.length()));
  }

  private void runTasks() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  @Test
  void eachNewSnapshotIsToldWithTheOneBefore() {
    SnapshotStore store = store();
    var first = store.snapshot(document);
    document.answers("one");
    assertThat(first).isCompleted();
    assertThat(told).isEmpty();
    runTasks();

    clock.passes(INTERVAL.plusMillis(1));
    var second = store.snapshot(document);
    document.answers("two");
    assertThat(second).isCompleted();
    runTasks();

    assertThat(told)
        .containsExactly("prod /overview null -> [one]", "prod /overview [one] -> [two]");
  }

  @Test
  void whatTheClusterCannotBeAskedForIsNoNewSnapshot() {
    SnapshotStore store = store();
    var first = store.snapshot(document);
    document.answers("one");
    assertThat(first).isCompleted();
    runTasks();
    clock.passes(INTERVAL.plusMillis(1));
    var unreachable = store.snapshot(document);
    document.fails(new ClusterException(Reason.UNREACHABLE, "Nobody answers."));
    assertThat(unreachable).isCompleted();
    assertThat(tasks).isEmpty();
  }

  @Test
  void afterADocumentWasForgottenThereIsNoneBefore() {
    SnapshotStore store = store();
    read(store, document, "one");
    runTasks();
    store.forget("/overview"::equals);
    read(store, document, "two");
    runTasks();

    assertThat(told)
        .containsExactly("prod /overview null -> [one]", "prod /overview null -> [two]");
  }

  @Test
  void whereListenersAreSlowSeveralBecomeOne() {
    SnapshotStore store = store();
    ControlledDocument other = new ControlledDocument("/jobs", clock);
    read(store, document, "1");
    read(store, other, "a");
    read(store, document, "2");
    read(store, document, "3");
    runTasks();
    read(store, document, "4");
    runTasks();

    assertThat(told)
        .containsExactly(
            "prod /overview null -> [3]", "prod /jobs null -> [a]", "prod /overview [3] -> [4]");
  }

  @Test
  void whatWaitsIsBounded() {
    SnapshotStore store = store();
    for (int i = 0; i < 10; i++) {
      read(store, new ControlledDocument("/" + i, clock), "1234");
    }
    runTasks();
    assertThat(told).hasSize(2);

    read(store, document, "1234");
    runTasks();
    assertThat(told).hasSize(3);
  }

  @Test
  void readersDoNotNoticeThatListenersAreToldNoMore() {
    listeners =
        new SnapshotListeners(
            List.of(new Remembering()),
            MAX_BYTES,
            task -> {
              throw new RejectedExecutionException("It is shut down.");
            });
    SnapshotStore store = store();

    read(store, document, "one");

    assertThat(store.snapshot(document)).isCompleted();
  }
}
