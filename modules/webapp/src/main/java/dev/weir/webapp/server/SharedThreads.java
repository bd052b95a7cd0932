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

/** Threads of a virtual machine that others live in too, and what they would hold on to. */
final class SharedThreads {
  private static final Logger LOG = System.getLogger(SharedThreads.class.getName());
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private SharedThreads() {}

  /** Runs something with a class loader as the thread's. */
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
   * Has Java start the thread of its delays (for {@code orTimeout} and the like), which never ends,
   * while none of our classes is on the stack: it would hold on to them for ever otherwise. That is
   * so on a thread of the common pool, which is asked by Java's own code.
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
   * Ends the threads that have that class loader, and waits for it. After all that can be told to
   * end has been, there is but the one of each HttpClient, which before Java 21 ends only at the
   * next garbage collection, or when it is interrupted.
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
