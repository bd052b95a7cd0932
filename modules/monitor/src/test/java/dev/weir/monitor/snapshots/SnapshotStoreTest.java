// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.Reading;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.FakeClusterSource;
import dev.weir.monitor.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnapshotStoreTest {
  private static final Duration INTERVAL = Duration.ofSeconds(3);
  private static final Duration STALENESS = Duration.ofSeconds(10);
  private static final Duration UNREACHABLE = Duration.ofMinutes(10);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private final ClusterException down = new ClusterException(Reason.UNREACHABLE, "Nobody answers.");
  private final MovableClock clock = new MovableClock();
  private final SnapshotStore store = store(1 << 20);
  private final ControlledDocument document = new ControlledDocument("/overview", clock);

  private SnapshotStore store(long maxBytes) {
    return new SnapshotStore(
        new ClusterName("prod"),
        new FakeClusterSource(clock),
        new SnapshotPolicy(INTERVAL, STALENESS, UNREACHABLE, maxBytes),
        SnapshotListeners.NONE,
        Runnable::run,
        clock);
  }

  private CompletableFuture<Snapshot<List<String>>> read() {
    return store.snapshot(document);
  }

  private Snapshot<List<String>> taken(String value) {
    CompletableFuture<Snapshot<List<String>>> reading = read();
    document.answers(value);
    return reading.join();
  }

  private String freshness() {
    return read().join().freshness(clock.instant()).label();
  }

  @Test
  void aThousandReadersShareOneReadingAndOneRendering() {
    List<CompletableFuture<Snapshot<List<String>>>> readers =
        Stream.generate(this::read).limit(1000).toList();
    document.answers("one");

    assertThat(document.timesRead()).isEqualTo(1);
    assertThat(readers.stream().map(reader -> reader.join().representation()).distinct())
        .hasSize(1);
  }

  @Test
  void withinTheRefreshIntervalTheClusterIsNotAskedAgain() {
    taken("one");
    clock.passes(INTERVAL.minus(MOMENT));

    assertThat(read().join().value()).containsExactly("one");
    assertThat(freshness()).isEqualTo("fresh");
    assertThat(document.timesRead()).isEqualTo(1);
  }

  private Snapshot<List<String>> latest(Snapshot<List<String>> known) {
    return known.latest().at(clock.instant());
  }

  @Test
  void whoKnowsASnapshotGetsTheLatestAndHasTheNextFetchedOnceItIsTime() {
    Snapshot<List<String>> one = taken("one");

    clock.passes(INTERVAL);
    assertThat(latest(one)).isSameAs(one);
    assertThat(document.timesRead()).isEqualTo(1);
    clock.passes(MOMENT);
    assertThat(latest(one)).isSameAs(one);
    assertThat(latest(one)).isSameAs(one);
    assertThat(freshness()).isEqualTo("stale");
    assertThat(document.timesRead()).isEqualTo(2);
    document.answers("two");
    assertThat(latest(one).value()).containsExactly("two");
    assertThat(latest(one)).isSameAs(read().join());
  }

  @Test
  void theTimeForTheNextIsCountedFromWhenThisCame() {
    Instant asked = clock.instant();
    CompletableFuture<Snapshot<List<String>>> reading = read();
    clock.passes(MOMENT);
    document.answers("one", asked);
    Snapshot<List<String>> one = reading.join();
    clock.passes(INTERVAL);

    assertThat(latest(one)).isSameAs(one);
    assertThat(freshness()).isEqualTo("stale");
    assertThat(document.timesRead()).isEqualTo(1);
  }

  @Test
  void soDoesWhoKnowsAViewOfIt() {
    Snapshot<Integer> view = taken("one").view("size", List::size);
    clock.passes(INTERVAL.plus(MOMENT));
    assertThat(view.latest().at(clock.instant())).isSameAs(view);
    document.answers("two");

    assertThat(view.latest().at(clock.instant()))
        .isNotSameAs(view)
        .isSameAs(read().join().view("size", List::size));
  }

  @Test
  void whatWasMadeForOneReaderIsNotForAnother() {
    assertThat(taken("one").map(List::size).latest()).isNull();
  }

  @Test
  void beyondMaxStalenessThereIsNoLatestToBeHadAtOnce() {
    Snapshot<List<String>> one = taken("one");
    clock.passes(STALENESS);
    assertThat(latest(one)).isSameAs(one);
    clock.passes(MOMENT);
    assertThat(latest(one)).isNull();
  }

  @Test
  void norWhileTheClusterCannotBeAsked() {
    Snapshot<List<String>> one = taken("one");
    clock.passes(INTERVAL.plus(MOMENT));
    latest(one);
    document.fails(down);

    assertThat(latest(one)).isNull();
  }

  @Test
  void norAfterAChangeThatHasMadeItStale() {
    Snapshot<List<String>> one = taken("one");
    Snapshot<Integer> view = one.view("size", List::size);
    clock.passes(INTERVAL.plus(MOMENT));
    latest(one);

    store.forget("/overview"::equals);
    document.answers("one");

    assertThat(latest(one)).isNull();
    assertThat(view.latest().at(clock.instant())).isNull();
  }

  @Test
  void whatIsReadElsewhereIsTheLatest() {
    Snapshot<List<String>> one = taken("one");

    store.put(document, new Reading<>(List.of("two"), clock.instant(), 1));

    assertThat(read().join().value()).containsExactly("two");
    assertThat(latest(one)).isSameAs(read().join());
  }

  @Test
  void whatReadersHaveAskedForOfTheLastIsMadeBeforeTheyAskForTheNext() {
    AtomicInteger asked = new AtomicInteger();
    Snapshot<List<String>> one = taken("one");
    one.view("asked", list -> asked.incrementAndGet()).representation();
    AtomicInteger unasked = new AtomicInteger();
    one.view("unasked", list -> unasked.incrementAndGet());

    for (int expected = 2; expected <= 3; expected++) {
      clock.passes(INTERVAL.plus(MOMENT));
      var unused = read();
      document.answers("next");
      assertThat(asked).hasValue(Math.min(expected, 2));
      assertThat(unasked).hasValue(1);
    }
  }

  @Test
  void afterItTheNextReaderGetsTheOldOneAndStartsARefresh() {
    taken("one");
    clock.passes(INTERVAL.plus(MOMENT));

    assertThat(read().join().value()).containsExactly("one");
    assertThat(freshness()).isEqualTo("stale");
    assertThat(document.timesRead()).isEqualTo(2);

    document.answers("two");
    assertThat(read().join().value()).containsExactly("two");
    assertThat(freshness()).isEqualTo("fresh");
  }

  @Test
  void beyondMaxStalenessReadersWaitForTheRefreshTheyShare() {
    taken("one");
    clock.passes(STALENESS.plus(MOMENT));

    CompletableFuture<Snapshot<List<String>>> first = read();
    CompletableFuture<Snapshot<List<String>>> second = read();
    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
    document.answers("two");

    assertThat(first.join().value()).containsExactly("two");
    assertThat(second.join().value()).containsExactly("two");
    assertThat(document.timesRead()).isEqualTo(2);
  }

  @Test
  void whileTheClusterIsUnreachableTheLastSnapshotIsServedAndMarked() {
    taken("one");
    clock.passes(STALENESS.plus(MOMENT));
    CompletableFuture<Snapshot<List<String>>> waiting = read();
    document.fails(down);

    assertThat(waiting.join().value()).containsExactly("one");
    assertThat(freshness()).isEqualTo("unreachable");
    assertThat(waiting.join().age(clock.instant())).isEqualTo(STALENESS.plus(MOMENT));
  }

  @Test
  void whileTheClusterIsUnreachableReadersDoNotWaitForItAgain() {
    taken("one");
    clock.passes(STALENESS.plus(MOMENT));
    var unused = read();
    document.fails(down);
    clock.passes(INTERVAL.plus(MOMENT));

    assertThat(read()).isCompleted();
    assertThat(document.timesRead()).isEqualTo(3);
  }

  @Test
  void whenTheClusterIsBackAnswersAreFreshAgain() {
    taken("one");
    clock.passes(STALENESS.plus(MOMENT));
    var unused = read();
    document.fails(down);
    clock.passes(INTERVAL.plus(MOMENT));
    read().join();
    document.answers("two");

    assertThat(read().join().value()).containsExactly("two");
    assertThat(freshness()).isEqualTo("fresh");
  }

  @Test
  void beyondMaxUnreachableReadersGetTheReason() {
    taken("one");
    for (Duration passed = Duration.ZERO;
        passed.compareTo(UNREACHABLE) <= 0;
        passed = passed.plus(STALENESS)) {
      clock.passes(STALENESS);
      var unused = read();
      document.fails(down);
    }

    assertThatThrownBy(() -> read().join()).hasCause(down);
  }

  @Test
  void whatTheClusterSaysIsGoneIsGone() {
    taken("one");
    clock.passes(INTERVAL.plus(MOMENT));
    var unused = read();
    document.fails(new ClusterException(Reason.NOT_FOUND, "No such job."));

    CompletableFuture<Snapshot<List<String>>> next = read();
    document.fails(new ClusterException(Reason.NOT_FOUND, "No such job."));
    assertThatThrownBy(next::join).cause().hasMessage("No such job.");
  }

  @Test
  void whoWaitsForARefreshThatFindsItGoneLearnsThat() {
    taken("one");
    clock.passes(STALENESS.plus(MOMENT));
    CompletableFuture<Snapshot<List<String>>> waiting = read();
    document.fails(new ClusterException(Reason.NOT_FOUND, "No such job."));
    document.fails(new ClusterException(Reason.NOT_FOUND, "No such job."));

    assertThatThrownBy(waiting::join).cause().hasMessage("No such job.");
  }

  @Test
  void aFailureToReadForTheFirstTimeIsNotKept() {
    CompletableFuture<Snapshot<List<String>>> first = read();
    document.fails(down);
    assertThatThrownBy(first::join).hasCause(down);

    assertThat(taken("one").value()).containsExactly("one");
  }

  @Test
  void aForgottenDocumentIsReadAnewAndOthersAreNot() {
    taken("one");
    store.forget(key -> key.startsWith("/jobs"));
    assertThat(read()).isCompleted();

    store.forget(key -> key.equals("/overview"));
    assertThat(read()).isNotDone();
  }

  @Test
  void documentsBeyondTheBoundAreDropped() {
    SnapshotStore small = store(100_000);
    for (int i = 0; i < 100; i++) {
      ControlledDocument large = new ControlledDocument("/large/" + i, clock);
      var unused = small.snapshot(large);
      large.answers("x".repeat(10_000));
    }

    assertThat(small.bytes()).isLessThanOrEqualTo(100_000);
  }

  @Test
  void aViewIsRenderedOnceForAllReaders() {
    Snapshot<List<String>> snapshot = taken("one");

    assertThat(snapshot.view("size", List::size)).isSameAs(snapshot.view("size", List::size));
    assertThat(snapshot.view("size", List::size).representation().identity())
        .asString()
        .isEqualTo("1");
  }
}
