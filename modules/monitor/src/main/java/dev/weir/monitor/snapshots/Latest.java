package dev.weir.monitor.snapshots;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of a document, in one form. It is looked up each time: this holds on to none,
 * so that what the store lets go of is gone.
 *
 * @param <T> what the snapshots are of
 */
public final class Latest<T> {
  private final Succession succession;
  private final Function<Snapshot<?>, Snapshot<?>> form;

  Latest(Succession succession, Function<Snapshot<?>, Snapshot<?>> form) {
    this.succession = succession;
    this.form = form;
  }

  /**
   * What a reader would get now; where it is time for a newer one, that begins to be fetched.
   *
   * @return null if readers would wait for a newer one, or if that cannot be told
   */
  @SuppressWarnings("unchecked") // The form is that of a Snapshot<T>.
  public @Nullable Snapshot<T> at(Instant now) {
    Snapshot<?> latest = succession.latest();
    if (latest == null || !latest.standing().isServedAtOnce(now)) {
      return null;
    }
    latest.standing().refreshIfDue(now);
    return (Snapshot<T>) form.apply(latest);
  }
}
