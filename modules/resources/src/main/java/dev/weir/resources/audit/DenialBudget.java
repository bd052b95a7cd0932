// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits the denied requests that are logged per minute, in total and per client. Further ones are
 * only counted: a stranger must not fill the disk.
 */
final class DenialBudget {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** One client may use at most the budget divided by this. */
  private static final int SHARE = 4;

  private final int perMinute;
  private final Map<String, Integer> written = new HashMap<>();
  private Instant since = Instant.EPOCH;
  private int all;
  private long left;

  DenialBudget(int perMinute) {
    this.perMinute = perMinute;
  }

  /**
   * Requests that were counted, but not logged.
   *
   * @param since when their minute began
   * @param requests their number
   */
  record Unwritten(Instant since, long requests) {}

  private boolean hasEnded(Instant now) {
    return !now.isBefore(since.plus(WINDOW));
  }

  /** Whether to log a request; otherwise it is counted. Callers ask for {@link #due} first. */
  synchronized boolean allows(String client, Instant now) {
    if (hasEnded(now)) {
      written.clear();
      all = 0;
      since = now;
    }
    int ofClient = written.getOrDefault(client, 0);
    if (all >= perMinute || ofClient >= Math.max(1, perMinute / SHARE)) {
      left++;
      return false;
    }
    written.put(client, ofClient + 1);
    all++;
    return true;
  }

  /** The requests that were only counted, once their minute is over. */
  synchronized Optional<Unwritten> due(Instant now) {
    if (left == 0 || !hasEnded(now)) {
      return Optional.empty();
    }
    Unwritten due = new Unwritten(since, left);
    left = 0;
    return Optional.of(due);
  }
}
