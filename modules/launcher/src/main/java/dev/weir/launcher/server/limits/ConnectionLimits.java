package dev.weir.launcher.server.limits;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
 * Closes connections: those beyond what there may be, and those on which a request has begun and
 * does not get as far as the end of its headers, a handshake of TLS before that included.
 */
public final class ConnectionLimits implements AddOn, AutoCloseable {
  private static final long SWEEP_MILLIS = 250;

  private final Attribute<Watched> watched =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(ConnectionLimits.class.getName());

  private final int maxConnections;
  private final int maxPerClient;
  private final long timeoutNanos;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<String, Integer> openByClient = new ConcurrentHashMap<>();
  private final Set<Watched> connected = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer;

  /**
   * Begins to watch over the clock.
   *
   * @param requestTimeout from the first byte of a request to the end of its headers
   */
  public ConnectionLimits(int maxConnections, int maxPerClient, Duration requestTimeout) {
    this.maxConnections = maxConnections;
    this.maxPerClient = maxPerClient;
    this.timeoutNanos = requestTimeout.toNanos();
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "weir-connections");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        timer.scheduleWithFixedDelay(
            this::closeLate, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A connection, and since when a request is arriving on it. */
  private static final class Watched {
    private final Connection<?> connection;
    private volatile long since;

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

  /** What was arriving of a request is there. */
  public void arrived(Connection<?> connection) {
    Watched one = watched.get(connection);
    if (one != null) {
      one.since = 0;
    }
  }

  private void closeLate() {
    long now = System.nanoTime();
    for (Watched one : connected) {
      long since = one.since;
      if (since != 0 && now - since > timeoutNanos) {
        one.connection.closeSilently();
      }
    }
  }

  /** Watches no more. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
