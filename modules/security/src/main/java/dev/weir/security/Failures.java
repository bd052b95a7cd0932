// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts attempts that failed, by who made them, and says when the next one is looked at: after
 * those that are free, each failure doubles the wait. Nothing is held up meanwhile; it is refused.
 */
final class Failures {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 30;

  private final int free;
  private final Duration longest;
  private final Ticker ticker;
  private final Cache<Object, Count> counts;

  /** How often, how many are being looked at, and until when none is. */
  private record Count(int failed, int underWay, long closedUntil, boolean closed) {
    private static final Count NONE = new Count(0, 0, 0, false);
  }

  /**
   * Begins with nobody.
   *
   * @param free how many failures in a row cost nothing
   * @param longest the longest wait; after twice that without an attempt all is forgotten
   * @param tracked how many are counted at a time; those seen longest ago go
   */
  Failures(int free, Duration longest, int tracked, Ticker ticker) {
    this.free = free;
    this.longest = longest;
    this.ticker = ticker;
    this.counts =
        Caffeine.newBuilder()
            .maximumSize(tracked)
            .expireAfterAccess(longest.multipliedBy(2))
            .executor(Runnable::run)
            .ticker(ticker)
            .build();
  }

  /**
   * Before an attempt is looked at. If it is, {@link #succeeded}, {@link #failed} or {@link
   * #unknown} must follow.
   *
   * @return how long it has to wait, and is not looked at now; empty if it is
   */
  Optional<Duration> begin(Object who) {
    Count after =
        counts.asMap().compute(who, (same, count) -> begun(count == null ? Count.NONE : count));
    return after.closed() ? Optional.of(wait(after)) : Optional.empty();
  }

  private Count begun(Count count) {
    boolean waits = count.failed() > free && count.closedUntil() - ticker.read() > 0;
    // Attempts side by side are no way around the limit.
    boolean full = count.underWay() > 0 && count.failed() + count.underWay() > free;
    return waits || full
        ? new Count(count.failed(), count.underWay(), count.closedUntil(), true)
        : new Count(count.failed(), count.underWay() + 1, count.closedUntil(), false);
  }

  private Duration wait(Count count) {
    Duration left = Duration.ofNanos(count.closedUntil() - ticker.read());
    return count.failed() > free && left.compareTo(SHORTEST) > 0 ? left : SHORTEST;
  }

  void succeeded(Object who) {
    counts.invalidate(who);
  }

  void failed(Object who) {
    counts.asMap().compute(who, (same, count) -> after(count == null ? Count.NONE : count));
  }

  /** The attempt was not looked at to its end. */
  void unknown(Object who) {
    counts
        .asMap()
        .computeIfPresent(
            who,
            (same, count) ->
                new Count(
                    count.failed(), Math.max(0, count.underWay() - 1), count.closedUntil(), false));
  }

  private Count after(Count count) {
    int failed = Math.min(count.failed() + 1, Integer.MAX_VALUE - 1);
    long closedUntil = ticker.read() + closedFor(failed).toNanos();
    return new Count(failed, Math.max(0, count.underWay() - 1), closedUntil, false);
  }

  private Duration closedFor(int failed) {
    int beyond = failed - free;
    if (beyond <= 0) {
      return Duration.ZERO;
    }
    Duration wait = SHORTEST.multipliedBy(1L << Math.min(beyond - 1, MOST_DOUBLINGS));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
