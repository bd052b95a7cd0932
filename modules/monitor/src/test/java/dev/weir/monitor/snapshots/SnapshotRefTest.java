// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flink.Reading;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What it is for is in {@link SnapshotStoreTest}. */
class SnapshotRefTest {
  private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final SnapshotPolicy POLICY = new SnapshotPolicy(LONG, LONG, LONG, 1);

  private final CurrentSnapshot current = new CurrentSnapshot(() -> {});

  private Snapshot<List<String>> next(String value) {
    Reading<List<String>> reading = new Reading<>(List.of(value), NOW, 1);
    Snapshot<List<String>> next = Snapshot.of(reading, NOW, POLICY, current);
    current.advance(next);
    return next;
  }

  @Test
  @Timeout(30)
  void itHoldsOnToNoSnapshot() {
    WeakReference<Snapshot<List<String>>> one = new WeakReference<>(next("one"));
    SnapshotRef<String> first = one.get().view("first", list -> list.get(0)).latest();
    assertThat(first.at(NOW).value()).isEqualTo("one");

    next("two");
    collectAll(one);
    assertThat(first.at(NOW).value()).isEqualTo("two");

    WeakReference<Snapshot<?>> two = new WeakReference<>(current.latest());
    current.end();
    collectAll(two);
    assertThat(first.at(NOW)).isNull();
  }

  private static void collectAll(WeakReference<?> which) {
    while (which.get() != null) {
      System.gc();
    }
  }
}
