// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Lets so many requests through at once and so many wait, without a thread for either.
 *
 * <p>The JDK's client opens a connection for each request under way; this is what bounds them.
 */
final class Bulkhead {
  private final int atOnce;
  private final int mayWait;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int underWay;

  Bulkhead(int atOnce, int mayWait) {
    this.atOnce = atOnce;
    this.mayWait = mayWait;
  }

  /**
   * Starts the request when it is its turn.
   *
   * @param whole completes when the caller no longer waits; a request whose caller has gone before
   *     its turn is not started
   */
  <T> void pass(CompletableFuture<T> whole, Supplier<CompletableFuture<T>> request) {
    Runnable start = () -> start(whole, request);
    synchronized (this) {
      if (underWay < atOnce) {
        underWay++;
      } else if (waiting.size() < mayWait) {
        waiting.add(start);
        return;
      } else {
        start = () -> whole.completeExceptionally(overloaded());
      }
    }
    start.run();
  }

  private <T> void start(CompletableFuture<T> whole, Supplier<CompletableFuture<T>> request) {
    if (whole.isDone()) {
      next();
      return;
    }
    CompletableFuture<T> underWayNow;
    try {
      underWayNow = request.get();
    } catch (RuntimeException e) {
      underWayNow = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<T> sent = underWayNow;
    var unusedCancel = whole.whenComplete((value, thrown) -> sent.cancel(true));
    var unusedEnd =
        sent.whenComplete(
            (value, thrown) -> {
              next();
              if (thrown == null) {
                whole.complete(value);
              } else {
                whole.completeExceptionally(thrown);
              }
            });
  }

  private void next() {
    Runnable start;
    synchronized (this) {
      start = waiting.poll();
      if (start == null) {
        underWay--;
      }
    }
    if (start != null) {
      start.run();
    }
  }

  private ClusterException overloaded() {
    return new ClusterException(
        Reason.OVERLOADED, "More than " + mayWait + " requests already wait for the cluster.");
  }
}
