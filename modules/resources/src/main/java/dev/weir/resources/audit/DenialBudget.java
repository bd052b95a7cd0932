// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many denied requests are written down in a minute, of all clients and of each. Others are
 * only counted: a stranger must not fill the disk.
 */
final class DenialBudget {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** No client takes more than this share of it. */
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
   * Requests that were not written down.
   *
   * @param since when the minute began
   * @param requests how many
   */
  record Unwritten(Instant since, long requests) {}

  private boolean hasEnded(Instant now) {
    return !now.isBefore(since.plus(WINDOW));
  }

  /**
   * Whether a request is written down; otherwise it is counted. What is {@link #due} has been asked
   * for before.
   */
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

  /** What was only counted and is due to be told, once a minute. */
  synchronized Optional<Unwritten> due(Instant now) {
    if (left == 0 || !hasEnded(now)) {
      return Optional.empty();
    }
    Unwritten due = new Unwritten(since, left);
    left = 0;
    return Optional.of(due);
  }
}
