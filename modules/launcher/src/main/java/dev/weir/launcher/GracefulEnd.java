// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.server.StartFailure;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run in order on Ctrl-C or SIGTERM. It interrupts the running thread and waits for it until
 * the deadline.
 */
final class GracefulEnd implements AutoCloseable {

  /** A part of the run that may be interrupted. */
  @FunctionalInterface
  interface Step<T> {
    T run() throws StartFailure, InterruptedException;
  }

  private final Duration deadline;
  private final PrintWriter err;
  private final Thread hook = new Thread(this::end, "weir-end");
  private final CountDownLatch done = new CountDownLatch(1);
  private final Object lock = new Object();
  // The thread in an interruptible step, null outside of one. Guarded by lock, like the next field.
  private @Nullable Thread running;
  private boolean asked;

  private GracefulEnd(Duration deadline, PrintWriter err) {
    this.deadline = deadline;
    this.err = err;
  }

  /** Registers a shutdown hook, which {@link #close} removes. */
  static GracefulEnd of(Duration deadline, PrintWriter err) {
    GracefulEnd end = new GracefulEnd(deadline, err);
    Runtime.getRuntime().addShutdownHook(end.hook);
    return end;
  }

  /**
   * Runs a step, and interrupts it when the process is asked to end.
   *
   * @throws InterruptedException if the step was interrupted, or the process had been asked to end
   *     before
   */
  <T> T interruptibly(Step<T> step) throws StartFailure, InterruptedException {
    synchronized (lock) {
      if (asked) {
        throw new InterruptedException();
      }
      running = Thread.currentThread();
    }
    try {
      return step.run();
    } finally {
      leave();
    }
  }

  /** Clears the interrupt, so that later steps such as closing the server do not see it. */
  private void leave() {
    synchronized (lock) {
      running = null;
      if (asked) {
        Thread.interrupted();
      }
    }
  }

  /** Interrupts the run and waits for its end, at most until the deadline. */
  void end() {
    say("Weir is shutting down; this takes at most " + deadline.toSeconds() + " s.");
    synchronized (lock) {
      asked = true;
      if (running != null) {
        running.interrupt();
      }
    }
    try {
      boolean inTime = done.await(deadline.toMillis(), TimeUnit.MILLISECONDS);
      say(
          inTime
              ? "Weir has stopped."
              : "Weir did not stop in time; the remaining work was cut off.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Marks the run as ended and removes the shutdown hook. */
  @Override
  public void close() {
    done.countDown();
    synchronized (lock) {
      if (asked) {
        return;
      }
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is shutting down; the hook sees that the run has ended.
      return;
    }
  }

  private void say(String sentence) {
    err.println(sentence);
    err.flush();
  }
}
