// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import dev.weir.security.Repeating;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.NIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.jspecify.annotations.Nullable;

/**
 * Handles events of connections on the selector's thread, and closes a connection that keeps the
 * thread too long: all other connections of the thread wait meanwhile.
 */
@SuppressWarnings("rawtypes") // As Grizzly declares it.
public final class SelectorWatch implements IOStrategy, AutoCloseable {
  private static final Logger LOG = System.getLogger(SelectorWatch.class.getName());
  private static final int LOOKS_IN_TIMEOUT = 5;

  private final IOStrategy strategy;
  private final Duration timeout;
  private final Set<Turn> turns = ConcurrentHashMap.newKeySet();
  private final ThreadLocal<Turn> ofThread = ThreadLocal.withInitial(this::newTurn);
  private final Repeating timer;
  private final AtomicInteger late = new AtomicInteger();

  /** Starts the watch; a connection that keeps its thread longer than the timeout is closed. */
  public SelectorWatch(Duration timeout) {
    this(timeout, SameThreadIOStrategy.getInstance());
  }

  SelectorWatch(Duration timeout, IOStrategy strategy) {
    this.timeout = timeout;
    this.strategy = strategy;
    this.timer =
        Repeating.start("weir-selectors", timeout.dividedBy(LOOKS_IN_TIMEOUT), Thread::new);
    timer.add(() -> turns.forEach(this::look));
  }

  /** The connection that a thread handles now. */
  private static final class Turn {
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable Connection<?> connection;

    /** Counts the turns; written by the thread alone, before the connection. */
    private int number;

    // Used by the timer alone.
    private int seenNumber;
    private int looks;

    /** Returns the connection that it handled before. */
    @Nullable Connection<?> begin(Connection<?> next) {
      Connection<?> before = connection;
      number++;
      connection = next;
      return before;
    }
  }

  private Turn newTurn() {
    Turn turn = new Turn();
    turns.add(turn);
    return turn;
  }

  @Override
  public boolean executeIoEvent(Connection connection, IOEvent event) throws IOException {
    return executeIoEvent(connection, event, true);
  }

  @Override
  public boolean executeIoEvent(Connection connection, IOEvent event, boolean enabled)
      throws IOException {
    Turn turn = ofThread.get();
    Connection<?> before = turn.begin(connection);
    try {
      return strategy.executeIoEvent(connection, event, enabled);
    } finally {
      turn.connection = before;
    }
  }

  /**
   * Runs work for a connection in the next round of its selector, after the events that are ready
   * now.
   */
  public void nextRound(NIOConnection connection, Runnable work) {
    ((NIOTransport) connection.getTransport())
        .getSelectorHandler()
        .enque(connection.getSelectorRunner(), () -> watched(connection, work), null);
  }

  private boolean watched(Connection<?> connection, Runnable work) {
    Turn turn = ofThread.get();
    Connection<?> before = turn.begin(connection);
    try {
      work.run();
    } finally {
      turn.connection = before;
    }
    return true;
  }

  /** Counts looks instead of time, so that a process that was stopped is not late. */
  private void look(Turn turn) {
    Connection<?> connection = turn.connection;
    int number = turn.number;
    if (connection == null || number != turn.seenNumber) {
      turn.seenNumber = number;
      turn.looks = 0;
    } else if (++turn.looks == LOOKS_IN_TIMEOUT) {
      tell(turn.thread, connection);
      // The listening connection accepts all others and stays.
      if (!(connection instanceof TCPNIOServerConnection)) {
        end(connection);
      }
    }
  }

  /** Grizzly closes by the selector, which is busy; so the socket is shut down here. */
  private static void end(Connection<?> connection) {
    connection.terminateSilently();
    if (connection instanceof NIOConnection nio
        && nio.getChannel() instanceof SocketChannel channel) {
      try {
        channel.shutdownInput();
        channel.shutdownOutput();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "Is closed already", e);
      }
    }
  }

  private void tell(Thread thread, Connection<?> connection) {
    Exception where = new Exception("What the thread is doing");
    where.setStackTrace(thread.getStackTrace());
    LOG.log(
        Level.WARNING,
        "Thread "
            + thread.getName()
            + " has been busy with one connection of "
            + ClientAddress.of(connection)
            + " for "
            + timeout.toMillis()
            + " ms, so the connection is closed. Occurrences since the start: "
            + late.incrementAndGet()
            + ".",
        where);
  }

  /** How often a connection has kept its thread too long. */
  int late() {
    return late.get();
  }

  @Override
  public Executor getThreadPoolFor(Connection connection, IOEvent event) {
    return strategy.getThreadPoolFor(connection, event);
  }

  @Override
  public ThreadPoolConfig createDefaultWorkerPoolConfig(Transport transport) {
    return strategy.createDefaultWorkerPoolConfig(transport);
  }

  /** Stops the watch. */
  @Override
  public void close() {
    timer.close();
  }
}
