// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import dev.weir.flink.ClusterException;
import dev.weir.flink.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a cluster, its age, and its JSON, which is made once for all readers.
 *
 * @param <T> the type in the model
 */
public final class Snapshot<T> {
  private final T value;
  private final long bytes;
  private final SnapshotAge snapshotAge;
  private final Lazy<Representation> representation;
  private final @Nullable Function<Snapshot<?>, Snapshot<?>> counterpart;
  private final Map<String, Snapshot<?>> views = new ConcurrentHashMap<>();

  /**
   * A snapshot, or what is made of one.
   *
   * @param counterpart what is made of another snapshot of the document in the same way; null where
   *     that is for one reader
   */
  private Snapshot(
      T value,
      long bytes,
      SnapshotAge snapshotAge,
      Lazy<Representation> representation,
      @Nullable Function<Snapshot<?>, Snapshot<?>> counterpart) {
    this.value = value;
    this.bytes = bytes;
    this.snapshotAge = snapshotAge;
    this.representation = representation;
    this.counterpart = counterpart;
  }

  static <T> Snapshot<T> of(
      Reading<T> reading, Instant now, SnapshotPolicy policy, CurrentSnapshot current) {
    T value = reading.value();
    return new Snapshot<>(
        value,
        reading.bytes(),
        SnapshotAge.answered(reading.takenAt(), now, policy, current),
        Lazy.of(() -> new Representation(value)),
        Function.identity());
  }

  /** The same snapshot after a refresh that could not reach the cluster. */
  public Snapshot<T> unreachable(Instant now, ClusterException why) {
    return new Snapshot<>(
        value, bytes, snapshotAge.unreachable(now, why), representation, Function.identity());
  }

  /** The same, which may be older than a change that is known. */
  Snapshot<T> unsettled(Instant due) {
    return new Snapshot<>(
        value, bytes, snapshotAge.unsettled(due), representation, Function.identity());
  }

  /** The answer in the model. */
  public T value() {
    return value;
  }

  /** When the cluster was asked, by Weir's clock. */
  public Instant takenAt() {
    return snapshotAge.takenAt();
  }

  /** Time since the cluster was asked; never negative. */
  public Duration age(Instant now) {
    Duration age = Duration.between(takenAt(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** How well the snapshot matches the cluster now. */
  public Freshness freshness(Instant now) {
    return snapshotAge.freshness(now);
  }

  /** The first instant at which the snapshot is stale. */
  public Instant staleFrom() {
    return snapshotAge.staleFrom();
  }

  /**
   * A reference to the latest snapshot in the same form; null if this form was made for one reader.
   */
  public @Nullable SnapshotRef<T> latest() {
    return counterpart == null ? null : new SnapshotRef<>(snapshotAge.current(), counterpart);
  }

  /** Its age, shared by all forms of it. */
  public SnapshotAge snapshotAge() {
    return snapshotAge;
  }

  /** Makes what readers have asked for of an earlier one: they are about to ask for this. */
  void prepareLike(Snapshot<?> earlier) {
    if (earlier.representation.wasAsked()) {
      representation.prepare().prepareLike(earlier.representation.prepare());
    }
    for (Snapshot<?> view : earlier.views.values()) {
      if (view.counterpart != null && view.representation.wasAsked()) {
        view.counterpart.apply(this).prepareLike(view);
      }
    }
  }

  /** Its JSON. */
  public Representation representation() {
    return representation.get();
  }

  /**
   * A part or another form of the snapshot, made at most once for each name.
   *
   * @param name of the view, unique within the document; a constant
   */
  @SuppressWarnings("unchecked") // A name always goes with the same mapping.
  public <V> Snapshot<V> view(String name, Function<? super T, V> mapping) {
    return (Snapshot<V>)
        views.computeIfAbsent(
            name, unused -> mapped(mapping, latest -> ((Snapshot<T>) latest).view(name, mapping)));
  }

  /** The snapshot in a form for one reader. */
  public <V> Snapshot<V> map(Function<? super T, V> mapping) {
    return mapped(mapping, null);
  }

  private <V> Snapshot<V> mapped(
      Function<? super T, V> mapping, @Nullable Function<Snapshot<?>, Snapshot<?>> counterpart) {
    V mapped = mapping.apply(value);
    return new Snapshot<>(
        mapped, bytes, snapshotAge, Lazy.of(() -> new Representation(mapped)), counterpart);
  }

  /** How large Flink's answer was: what all that is made of it grows with. */
  long bytes() {
    return bytes;
  }
}
