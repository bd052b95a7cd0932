// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts failed attempts and imposes lockouts. After the free failures, each further failure
 * doubles the lockout. An attempt during a lockout is rejected, not delayed.
 */
final class Failures {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 30;

  private final int free;
  private final Duration longest;
  private final Ticker ticker;
  private final Cache<Object, Count> counts;

  /**
   * Failed attempts, attempts in progress, end of the lockout, and whether the last was rejected.
   */
  private record Count(int failed, int underWay, long closedUntil, boolean closed) {
    private static final Count NONE = new Count(0, 0, 0, false);
  }

  /**
   * Starts without counters.
   *
   * @param free failures in a row without a lockout
   * @param longest maximum lockout; counters expire after twice that time without an attempt
   * @param tracked maximum number of counters
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
   * Starts an attempt. If it is admitted, {@link #succeeded}, {@link #failed} or {@link #unknown}
   * must follow.
   *
   * @return the remaining lockout, if the attempt is rejected; empty if it is admitted
   */
  Optional<Duration> begin(Object who) {
    Count after =
        counts.asMap().compute(who, (same, count) -> begun(count == null ? Count.NONE : count));
    return after.closed() ? Optional.of(wait(after)) : Optional.empty();
  }

  private Count begun(Count count) {
    boolean waits = count.failed() > free && count.closedUntil() - ticker.read() > 0;
    // Concurrent attempts must not bypass the limit.
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

  /** The attempt ended without a verdict. */
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
