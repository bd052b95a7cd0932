// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Bounded pool and queue for verifying credentials. */
final class Workers implements AutoCloseable {
  private final ThreadPoolExecutor pool;

  Workers(int threads, int waiting, ThreadFactory factory) {
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            60,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            Threads.named(factory, "weir-security"));
    pool.allowCoreThreadTimeOut(true);
  }

  /** Runs work on the pool; fails at once if the queue is full. */
  <T> CompletableFuture<T> run(Callable<T> work) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    try {
      pool.execute(() -> complete(outcome, work));
    } catch (RejectedExecutionException e) {
      outcome.completeExceptionally(
          AuthenticationException.unavailable(
              "Too many credentials are being verified.", Duration.ofSeconds(1)));
    }
    return outcome;
  }

  private static <T> void complete(CompletableFuture<T> outcome, Callable<T> work) {
    try {
      outcome.complete(work.call());
    } catch (Exception | LinkageError e) {
      outcome.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
