// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Handles threads in a JVM shared with other applications, which must not keep this one in memory.
 */
final class SharedThreads {
  private static final Logger LOG = System.getLogger(SharedThreads.class.getName());
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private SharedThreads() {}

  /** Runs a task with a context class loader. */
  static void within(ClassLoader loader, Runnable task) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      task.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Makes Java start its delay thread (for {@code orTimeout} and the like) without our classes on
   * the stack. That thread never ends and would otherwise keep them in memory for ever. A thread of
   * the common pool starts it, where the stack has only Java's own code.
   */
  static void prepare() {
    CompletableFuture<Boolean> start = new CompletableFuture<>();
    CompletableFuture<Void> started =
        start.thenAcceptAsync(
            ignored -> {},
            CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, Runnable::run));
    var unused = start.completeAsync(() -> true, ForkJoinPool.commonPool());
    try {
      started.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.DEBUG, "The thread of Java's delays is not known to run", e);
    }
  }

  /**
   * Interrupts the threads with this context class loader and waits for their end. Only the thread
   * of each HttpClient should remain by then. Before Java 21, it ends only at the next garbage
   * collection or on interruption.
   */
  static void endAllOf(ClassLoader loader) {
    List<Thread> left =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getContextClassLoader() == loader)
            .filter(thread -> thread != Thread.currentThread())
            .toList();
    left.forEach(Thread::interrupt);
    long end = System.nanoTime() + DEADLINE.toNanos();
    for (Thread thread : left) {
      try {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      if (thread.isAlive()) {
        LOG.log(Level.WARNING, "The thread " + thread.getName() + " does not end");
      }
    }
  }
}
