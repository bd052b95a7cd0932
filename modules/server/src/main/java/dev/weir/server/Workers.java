// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Thread pools for blocking work: for request bodies, and for logs. */
public final class Workers {
  private static final int WAITING = 256;
  private static final long IDLE_SECONDS = 60;

  private Workers() {}

  /** A pool of at most this many threads with a bounded queue; further work is rejected. */
  public static ThreadPoolExecutor start(int threads, ThreadFactory factory) {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> named(factory.newThread(task), "weir-worker"));
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  /** A pool that grows with the work, which is bounded elsewhere. */
  public static ThreadPoolExecutor copying(ThreadFactory factory) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> named(factory.newThread(task), "weir-logs"));
  }

  private static Thread named(Thread thread, String name) {
    thread.setName(name);
    return thread;
  }
}
