// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import dev.weir.security.Repeating;
import dev.weir.server.settings.HttpLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Closes connections that are too many, that do not get to the end of a request's headers in time
 * (the TLS handshake included), or whose clients do not read their answers.
 */
public final class ConnectionLimits implements AddOn, AutoCloseable {
  private static final Duration SWEEP = Duration.ofMillis(250);
  private static final long GOODBYE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Attribute<Watched> watched =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(ConnectionLimits.class.getName());

  private final int maxConnections;
  private final int maxPerClient;
  private final long timeoutNanos;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<String, Integer> openByClient = new ConcurrentHashMap<>();
  private final Set<Watched> connected = ConcurrentHashMap.newKeySet();
  private final SlowReaders readers;
  private final List<LongConsumer> sweeps = new CopyOnWriteArrayList<>();
  private final Repeating timer;

  /**
   * Starts the timer.
   *
   * @param limits number of connections, deadline of the headers, bytes that may be unsent
   * @param longestPause how long a client may read nothing of an answer
   */
  public ConnectionLimits(HttpLimits limits, Duration longestPause) {
    this.maxConnections = limits.maxConnections();
    this.maxPerClient = limits.maxConnectionsPerClient();
    this.timeoutNanos = limits.requestTimeout().toNanos();
    this.readers = new SlowReaders(limits.maxUnsentBytes(), longestPause);
    this.timer = Repeating.start("weir-connections", SWEEP, Thread::new);
    timer.add(this::closeLate);
  }

  /** A connection, and since when a request has been arriving. */
  private static final class Watched {
    private final Connection<?> connection;
    private volatile long since;

    /** When it is closed at the latest, in nanoseconds; 0 for no deadline. */
    private volatile long deadline;

    Watched(Connection<?> connection) {
      this.connection = connection;
    }
  }

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    Filter arrived =
        new BaseFilter() {
          @Override
          public NextAction handleRead(FilterChainContext context) {
            arrived(context.getConnection());
            return context.getInvokeAction();
          }
        };
    chain.add(chain.indexOfType(HttpServerFilter.class) + 1, arrived);
    Filter first =
        new BaseFilter() {
          @Override
          public NextAction handleAccept(FilterChainContext context) {
            return accept(context.getConnection())
                ? context.getInvokeAction()
                : context.getStopAction();
          }

          @Override
          public NextAction handleRead(FilterChainContext context) {
            begun(context.getConnection());
            return context.getInvokeAction();
          }
        };
    // After the transport, before TLS.
    chain.add(1, first);
  }

  private boolean accept(Connection<?> connection) {
    String client = ClientAddress.of(connection);
    int all = open.incrementAndGet();
    int itsOwn = openByClient.merge(client, 1, Integer::sum);
    Watched one = new Watched(connection);
    connected.add(one);
    readers.opened(connection);
    CloseListener<Closeable, CloseType> whenClosed = (closed, type) -> release(one, client);
    connection.addCloseListener(whenClosed);
    if (all > maxConnections || itsOwn > maxPerClient) {
      connection.closeSilently();
      return false;
    }
    watched.set(connection, one);
    return true;
  }

  private void release(Watched one, String client) {
    connected.remove(one);
    readers.closed(one.connection);
    open.decrementAndGet();
    openByClient.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
  }

  private void begun(Connection<?> connection) {
    Watched one = watched.get(connection);
    if (one != null && one.since == 0) {
      // 0 stands for none.
      one.since = System.nanoTime() | 1;
    }
  }

  /** Stops the clock of a request: its headers have arrived. */
  public void arrived(Connection<?> connection) {
    Watched one = watched.get(connection);
    if (one != null) {
      one.since = 0;
    }
  }

  /** Closes a connection that has had its last answer, unless its client does so in time. */
  public void closeSoon(Connection<?> connection) {
    Watched one = watched.get(connection);
    if (one != null) {
      one.deadline = (System.nanoTime() + GOODBYE_NANOS) | 1;
    }
  }

  /** Whether a client has left so much unread that it may not ask for more. */
  boolean owesTooMuch(Connection<?> connection) {
    return readers.owesTooMuch(connection);
  }

  /** Notes an answer, which may have to wait for its client. */
  void answered(Connection<?> connection) {
    readers.answered(connection);
  }

  /** Calls back at each tick of the timer, with the time in nanoseconds. */
  public void onSweep(LongConsumer sweep) {
    sweeps.add(sweep);
  }

  private void closeLate() {
    long now = System.nanoTime();
    sweeps.forEach(sweep -> sweep.accept(now));
    readers.sweep(now);
    for (Watched one : connected) {
      long since = one.since;
      long deadline = one.deadline;
      if (deadline != 0 && now - deadline > 0) {
        one.connection.terminateSilently();
      } else if (since != 0 && now - since > timeoutNanos) {
        one.connection.closeSilently();
      }
    }
  }

  /** Stops the timer. */
  @Override
  public void close() {
    timer.close();
  }
}
