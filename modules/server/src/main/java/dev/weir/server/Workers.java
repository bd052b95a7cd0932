// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads for what waits for others: for clients that send a body, and for logs. */
public final class Workers {
  private static final int WAITING = 256;
  private static final long IDLE_SECONDS = 60;

  private Workers() {}

  /** So many at the most, and so much work that waits for one; more is refused. */
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

  /** As many as there is work, which is bounded elsewhere. */
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
