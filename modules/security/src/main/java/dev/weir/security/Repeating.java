// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Repeats tasks on a thread of its own. A failed task is logged and repeated; Java's timers would
 * drop it.
 */
public final class Repeating implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Repeating.class.getName());

  private final String name;
  private final Duration interval;
  private final ScheduledExecutorService timer;

  private Repeating(String name, Duration interval, ScheduledExecutorService timer) {
    this.name = name;
    this.interval = interval;
    this.timer = timer;
  }

  /**
   * Starts the thread, a daemon.
   *
   * @param name name of the thread
   * @param interval pause between the end of a task and its next start
   */
  public static Repeating start(String name, Duration interval, ThreadFactory threads) {
    ThreadFactory named = Threads.named(threads, name);
    return new Repeating(
        name,
        interval,
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = named.newThread(task);
              thread.setDaemon(true);
              return thread;
            }));
  }

  /** Repeats a task until {@link #close}. */
  public void add(Runnable task) {
    var unused =
        timer.scheduleWithFixedDelay(
            () -> guarded(task), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      if (!timer.isShutdown()) {
        LOG.log(Level.ERROR, "A task of thread " + name + " failed; it is repeated.", e);
      }
    }
  }

  /** The executor, for other work on the same thread. */
  public ScheduledExecutorService executor() {
    return timer;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
