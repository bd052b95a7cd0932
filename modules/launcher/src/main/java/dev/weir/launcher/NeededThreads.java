// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ends the process when an indispensable thread has died. The threads are collected once, at the
 * beginning: later ones with the same names may belong to jobs in the embedded Flink.
 */
public final class NeededThreads implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int SPARE = 64;

  /** Threads of the network, timers, and the selector thread of each JDK HTTP client. */
  private static final Pattern NEEDED =
      Pattern.compile(
          "weir-(http|redirect)\\b.*SelectorRunner|HttpClient-\\d+-SelectorManager"
              + "|weir-(connections|gone-clients|selectors|tls-files|security-files)");

  private final Pattern names;
  private final Duration interval;
  private final Consumer<String> end;
  private final List<Thread> needed;
  private final CountDownLatch closed = new CountDownLatch(1);

  private NeededThreads(Pattern names, Duration interval, Consumer<String> end) {
    this.names = names;
    this.interval = interval;
    this.end = end;
    this.needed = threads().filter(this::isAtWork).toList();
  }

  /** Watches the threads that this process has now, until {@link #close}. */
  public static NeededThreads watch() {
    return watch(NEEDED, INTERVAL, FatalError::end);
  }

  static NeededThreads watch(Pattern names, Duration interval, Consumer<String> end) {
    NeededThreads watch = new NeededThreads(names, interval, end);
    Thread thread = new Thread(watch::run, "weir-watchdog");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void run() {
    try {
      while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
        for (Thread thread : needed) {
          if (!isAtWork(thread) && closed.getCount() > 0) {
            end.accept(
                "thread " + thread.getName() + " has died; the server cannot run without it.");
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      // Nothing may stop the watchdog this way.
      end.accept("its watchdog was interrupted.");
    }
  }

  /** Grizzly renames a thread that no longer serves its selector. */
  private boolean isAtWork(Thread thread) {
    return thread.isAlive() && names.matcher(thread.getName()).matches();
  }

  /** All threads, without stack traces: taking those would pause every thread. */
  private static Stream<Thread> threads() {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    while (all.getParent() != null) {
      all = all.getParent();
    }
    Thread[] found = new Thread[2 * all.activeCount() + SPARE];
    return Arrays.stream(found, 0, all.enumerate(found));
  }

  /** Stops watching. Call it before the threads end in an orderly shutdown. */
  @Override
  public void close() {
    closed.countDown();
  }
}
