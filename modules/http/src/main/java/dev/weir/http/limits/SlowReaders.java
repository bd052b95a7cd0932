// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.glassfish.grizzly.Connection;

/**
 * Ends connections whose clients do not take what they have asked for: those that take nothing for
 * a while, and those with the most to take where all of it together is more than there may be.
 */
final class SlowReaders {
  private static final Logger LOG = System.getLogger(SlowReaders.class.getName());

  /** What one connection may have of what all may have together. */
  private static final int SHARE = 4;

  private final long maxTogether;
  private final long longestPauseNanos;
  private final Map<Connection<?>, Reader> readers = new ConcurrentHashMap<>();
  private final AtomicLong grown = new AtomicLong();
  private final ReentrantLock sweeping = new ReentrantLock();

  SlowReaders(long maxTogether, Duration longestPause) {
    this.maxTogether = maxTogether;
    this.longestPauseNanos = longestPause.toNanos();
  }

  /** What a client has to take still, and since when that has not become less. */
  private static final class Reader {
    private final Connection<?> connection;
    private long unsent;
    private long since;

    Reader(Connection<?> connection) {
      this.connection = connection;
    }

    void look(long now) {
      long before = unsent;
      unsent = Unsent.of(connection);
      if (unsent < before || before == 0) {
        since = now;
      }
    }
  }

  void opened(Connection<?> connection) {
    readers.put(connection, new Reader(connection));
  }

  void closed(Connection<?> connection) {
    readers.remove(connection);
  }

  /** Whether a connection has so much to take that it is not to ask for more. */
  boolean owesTooMuch(Connection<?> connection) {
    return Unsent.of(connection) > maxTogether / SHARE;
  }

  /** An answer was given; where much of what was given is not taken, that is looked at now. */
  void answered(Connection<?> connection) {
    long unsent = Unsent.of(connection);
    if (unsent > 0 && grown.addAndGet(unsent) > maxTogether / SHARE) {
      sweep(System.nanoTime());
    }
  }

  void sweep(long now) {
    if (!sweeping.tryLock()) {
      return;
    }
    try {
      grown.set(0);
      long together = 0;
      for (Reader reader : readers.values()) {
        reader.look(now);
        if (reader.unsent > 0 && now - reader.since > longestPauseNanos) {
          end(reader, "takes nothing of its answers");
        } else {
          together += reader.unsent;
        }
      }
      if (together > maxTogether) {
        endLargest(together);
      }
    } finally {
      sweeping.unlock();
    }
  }

  private void endLargest(long together) {
    List<Reader> largest =
        readers.values().stream()
            .sorted(Comparator.comparingLong((Reader reader) -> reader.unsent).reversed())
            .toList();
    long left = together;
    for (Reader reader : largest) {
      if (left <= maxTogether) {
        return;
      }
      left -= reader.unsent;
      end(reader, "has taken the least of its answers");
    }
  }

  private static void end(Reader reader, String reason) {
    LOG.log(
        Level.DEBUG,
        "A connection of {0} is closed: it {1}, {2} bytes",
        reader.connection.getPeerAddress(),
        reason,
        reader.unsent);
    reader.connection.terminateSilently();
  }
}
