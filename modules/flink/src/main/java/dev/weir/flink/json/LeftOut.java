// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.json;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs the parts of Flink's answers that were ignored as unreadable: each kind once in ten minutes.
 */
public final class LeftOut {
  private static final Logger LOG = System.getLogger(LeftOut.class.getName());
  private static final long PAUSE = Duration.ofMinutes(10).toNanos();

  /** Kinds are of our own naming, so there are few. */
  private static final Map<String, Long> LOGGED = new ConcurrentHashMap<>();

  private LeftOut() {}

  /**
   * Logs one ignored part.
   *
   * @param shape simple name of the record that was expected
   * @param why end of the sentence; never text of Flink's
   */
  public static void report(String shape, String why) {
    String kind = shape + " " + why;
    long now = System.nanoTime();
    Long before = LOGGED.get(kind);
    if (before == null || now - before > PAUSE) {
      LOGGED.put(kind, now);
      LOG.log(
          Level.WARNING, "Not understood in an answer of Flink, and left out: {0} {1}", shape, why);
    }
  }
}
