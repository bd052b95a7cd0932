// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.server.StartFailure;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets a run end in order when the process is asked to end (Ctrl-C, SIGTERM): the thread that runs
 * is interrupted, and the process waits for it until the deadline.
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
  // The thread in an interruptible step, null outside of one; guarded by lock, as is asked.
  private @Nullable Thread running;
  private boolean asked;

  private GracefulEnd(Duration deadline, PrintWriter err) {
    this.deadline = deadline;
    this.err = err;
  }

  /** Listens to the end of the process from now on and until this is closed. */
  static GracefulEnd of(Duration deadline, PrintWriter err) {
    GracefulEnd end = new GracefulEnd(deadline, err);
    Runtime.getRuntime().addShutdownHook(end.hook);
    return end;
  }

  /**
   * Runs a step that is interrupted when the process is asked to end.
   *
   * @throws InterruptedException if it was, or had been asked before
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

  /** What comes after the step, such as closing the server, must not see its interrupt. */
  private void leave() {
    synchronized (lock) {
      running = null;
      if (asked) {
        Thread.interrupted();
      }
    }
  }

  /** Asks the run to end and waits for it, no longer than the deadline. */
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

  /** The run is over. */
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
      // The process is ending just now, and the hook finds the run done.
      return;
    }
  }

  private void say(String sentence) {
    err.println(sentence);
    err.flush();
  }
}
