package dev.weir.monitor;

import dev.weir.flink.ClusterException;
import dev.weir.flink.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster said, when it said it, and its JSON, which is made once for all who read it.
 *
 * @param <T> what it is in the model
 */
public final class Snapshot<T> {
  private final T value;
  private final Instant takenAt;
  private final long bytes;
  private final Duration refreshInterval;
  private final Instant triedAt;
  private final @Nullable ClusterException failure;
  private final Supplier<Rendering> rendering;
  private final AtomicBoolean superseded;
  private final Map<String, Snapshot<?>> views;

  private Snapshot(
      T value,
      Instant takenAt,
      long bytes,
      Duration refreshInterval,
      Instant triedAt,
      @Nullable ClusterException failure,
      Supplier<Rendering> rendering,
      AtomicBoolean superseded) {
    this.value = value;
    this.takenAt = takenAt;
    this.bytes = bytes;
    this.refreshInterval = refreshInterval;
    this.triedAt = triedAt;
    this.failure = failure;
    this.rendering = rendering;
    this.superseded = superseded;
    this.views = new ConcurrentHashMap<>();
  }

  static <T> Snapshot<T> of(Reading<T> reading, Duration refreshInterval) {
    T value = reading.value();
    return new Snapshot<>(
        value,
        reading.takenAt(),
        reading.bytes(),
        refreshInterval,
        reading.takenAt(),
        null,
        Once.of(() -> new Rendering(value)),
        new AtomicBoolean());
  }

  /** The same, after the cluster could not be asked again. */
  Snapshot<T> unreachable(Instant now, ClusterException why) {
    return new Snapshot<>(
        value, takenAt, bytes, refreshInterval, now, why, rendering, new AtomicBoolean());
  }

  /** What the cluster said. */
  public T value() {
    return value;
  }

  /** When the cluster was asked for it, by our clock. */
  public Instant takenAt() {
    return takenAt;
  }

  /** How old it is. */
  public Duration age(Instant now) {
    Duration age = Duration.between(takenAt, now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** How far it can be trusted. */
  public Freshness freshness(Instant now) {
    if (failure != null) {
      return Freshness.UNREACHABLE;
    }
    return age(now).compareTo(refreshInterval) <= 0 ? Freshness.FRESH : Freshness.STALE;
  }

  /**
   * Whether a reader would get this one if it asked now: it is fresh, and neither a newer one nor a
   * change has taken its place.
   */
  public boolean isCurrent(Instant now) {
    return !superseded.get() && freshness(now) == Freshness.FRESH;
  }

  /** From now on, something else is the latest there is. */
  void supersede() {
    superseded.set(true);
  }

  /** Its JSON. */
  public Rendering rendering() {
    return rendering.get();
  }

  /**
   * A part or another form of it, made at most once for each name.
   *
   * @param name names the view among those of this document; one of a few constants
   */
  @SuppressWarnings("unchecked") // A name always goes with the same mapping.
  public <V> Snapshot<V> view(String name, Function<? super T, V> mapping) {
    return (Snapshot<V>) views.computeIfAbsent(name, unused -> map(mapping));
  }

  /** The same snapshot in a form that is made for one reader. */
  public <V> Snapshot<V> map(Function<? super T, V> mapping) {
    V mapped = mapping.apply(value);
    return new Snapshot<>(
        mapped,
        takenAt,
        bytes,
        refreshInterval,
        triedAt,
        failure,
        Once.of(() -> new Rendering(mapped)),
        superseded);
  }

  /** When the cluster was asked last, whether it answered or not. */
  Instant triedAt() {
    return triedAt;
  }

  /** Why the cluster could not be asked again; null if it could. */
  @Nullable ClusterException failure() {
    return failure;
  }

  /** How large Flink's answer was: what all that is made of it grows with. */
  long bytes() {
    return bytes;
  }
}
