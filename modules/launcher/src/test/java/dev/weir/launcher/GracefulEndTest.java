// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.server.StartFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a run ends when the process is asked to end. */
@Timeout(30)
class GracefulEndTest {
  private final StringWriter err = new StringWriter();

  @Test
  void aStepInProgressIsInterruptedAndWaitedFor() throws StartFailure {
    CountDownLatch never = new CountDownLatch(1);
    CompletableFuture<Void> ending;
    try (GracefulEnd end = GracefulEnd.of(Duration.ofSeconds(20), new PrintWriter(err))) {
      ending = CompletableFuture.runAsync(end::end);
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(
              () ->
                  end.interruptibly(
                      () -> {
                        never.await();
                        return "never";
                      }));
      assertThat(ending).isNotDone();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
    ending.join();

    assertThat(err.toString().lines())
        .containsExactly("Weir is shutting down; this takes at most 20 s.", "Weir has stopped.");
  }

  @Test
  void whatComesAfterAStepDoesNotSeeItsInterrupt() throws Exception {
    try (GracefulEnd end = GracefulEnd.of(Duration.ofMillis(1), new PrintWriter(err))) {
      String result =
          end.interruptibly(
              () -> {
                end.end();
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return "done all the same";
              });

      assertThat(result).isEqualTo("done all the same");
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> end.interruptibly(() -> "not begun"));
    }
  }

  @Test
  void aRunThatDoesNotEndInTimeIsNotWaitedFor() {
    try (GracefulEnd end = GracefulEnd.of(Duration.ofMillis(1), new PrintWriter(err))) {
      end.end();
    }

    assertThat(err.toString().lines())
        .containsExactly(
            "Weir is shutting down; this takes at most 0 s.",
            "Weir did not stop in time; the remaining work was cut off.");
  }
}
