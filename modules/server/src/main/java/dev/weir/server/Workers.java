package dev.weir.server;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads for what waits for a client: uploads and logs. */
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
            task -> named(factory.newThread(task)));
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  private static Thread named(Thread thread) {
    thread.setName("weir-worker");
    return thread;
  }
}
