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
 * Closes connections whose clients do not read their answers: those that read nothing for a while,
 * and the ones with the most unsent bytes if all together have too many.
 */
final class SlowReaders {
  private static final Logger LOG = System.getLogger(SlowReaders.class.getName());

  /** A connection may have a quarter of the unsent bytes that all may have. */
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

  /** The unsent bytes of a connection, and since when they have not become fewer. */
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

  /** Whether a connection has so many unsent bytes that its client may not ask for more. */
  boolean owesTooMuch(Connection<?> connection) {
    return Unsent.of(connection) > maxTogether / SHARE;
  }

  /** Notes an answer; sweeps at once if many bytes have become unsent since the last sweep. */
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
