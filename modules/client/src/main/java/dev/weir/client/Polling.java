// SPDX-License-Identifier: Apache-2.0
package dev.weir.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks again and again, with a pause in between, until something is so or time is up. */
final class Polling {
  /** The cluster cannot be asked just now, which says nothing about what is asked for. */
  private static final Set<Integer> PASSING = Set.of(502, 503, 504);

  private final Duration pause;

  /** Pauses for that long between two questions. */
  Polling(Duration pause) {
    this.pause = requireNonNull(pause);
  }

  /** A question to the server. */
  @FunctionalInterface
  interface Question<T> {
    T ask() throws ApiException;
  }

  /** Returns the first answer that will do. */
  <T> T until(Question<T> question, Predicate<T> enough, Duration deadline)
      throws ApiException, TimeoutException, InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    ApiException passing = null;
    while (true) {
      try {
        T answer = question.ask();
        if (enough.test(answer)) {
          return answer;
        }
        passing = null;
      } catch (ApiException e) {
        passing = orThrow(e);
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw timeout(deadline, passing);
      }
      pause(Math.min(left, pause.toNanos()));
    }
  }

  private static ApiException orThrow(ApiException failure)
      throws ApiException, InterruptedException {
    if (failure.getCause() instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (PASSING.contains(failure.getCode())) {
      return failure;
    }
    throw failure;
  }

  private static TimeoutException timeout(Duration deadline, @Nullable ApiException passing) {
    TimeoutException timeout = new TimeoutException("Not so within " + deadline);
    timeout.initCause(passing);
    return timeout;
  }

  /** Nobody counts it down: this is a wait that ends by the clock alone, or by an interrupt. */
  private static void pause(long nanos) throws InterruptedException {
    boolean counted = new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
    assert !counted;
  }
}
