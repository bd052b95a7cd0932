// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Failures slow down what comes after them, by a clock that the test moves. */
class FailuresTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final AtomicLong nanos = new AtomicLong(42);
  private final Failures failures = new Failures(2, LONGEST, 100, nanos::get);

  private void fail(String who) {
    assertThat(failures.begin(who)).isEmpty();
    failures.failed(who);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void theWaitDoublesUpToTheLongest() {
    fail("a");
    fail("a");
    for (int seconds : new int[] {1, 2, 4, 8, 10, 10}) {
      fail("a");
      assertThat(failures.begin("a")).contains(Duration.ofSeconds(seconds));
      pass(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void otherClientsDoNotWait() {
    fail("a");
    fail("a");
    fail("a");

    assertThat(failures.begin("a")).isPresent();
    assertThat(failures.begin("b")).isEmpty();
  }

  @Test
  void aSuccessMakesGoodForAll() {
    fail("a");
    fail("a");
    assertThat(failures.begin("a")).isEmpty();
    failures.succeeded("a");

    fail("a");
    fail("a");
    assertThat(failures.begin("a")).isEmpty();
  }

  @Test
  void whatWasNotLookedAtToItsEndIsNoFailure() {
    for (int i = 0; i < 10; i++) {
      assertThat(failures.begin("a")).isEmpty();
      failures.unknown("a");
    }
  }

  @Test
  void attemptsSideBySideAreNoWayAroundTheLimit() {
    assertThat(failures.begin("a")).isEmpty();
    assertThat(failures.begin("a")).isEmpty();
    assertThat(failures.begin("a")).isEmpty();

    assertThat(failures.begin("a")).isPresent();
  }

  @Test
  void whoIsSilentForLongIsForgotten() {
    fail("a");
    fail("a");
    fail("a");
    pass(LONGEST.multipliedBy(2).plusMillis(1));

    fail("a");
    fail("a");
    assertThat(failures.begin("a")).isEmpty();
  }
}
