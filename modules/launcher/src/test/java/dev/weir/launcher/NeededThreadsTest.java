// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NeededThreadsTest {
  private static final Pattern NAMES = Pattern.compile("needed-by-this-test( at work)?");

  private final Queue<String> ends = new ConcurrentLinkedQueue<>();
  private final CountDownLatch go = new CountDownLatch(1);

  private NeededThreads watch() {
    return NeededThreads.watch(NAMES, Duration.ofMillis(10), ends::add);
  }

  private Thread needed(String name) {
    Thread thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void work() {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theDeathOfANeededThreadEndsTheProcessByOneLineThatNamesIt() throws Exception {
    Thread thread = needed("needed-by-this-test");
    NeededThreads watch = watch();
    try {
      go.countDown();
      thread.join();

      await().until(() -> !ends.isEmpty());
      assertThat(ends)
          .containsExactly(
              "thread needed-by-this-test has died; the server cannot run without it.");
    } finally {
      watch.close();
    }
  }

  @Test
  void aThreadThatHasLeftItsWorkCountsAsDead() {
    Thread thread = needed("needed-by-this-test at work");
    NeededThreads watch = watch();
    try {
      thread.setName("at rest");

      await().until(() -> !ends.isEmpty());
    } finally {
      watch.close();
    }
    go.countDown();
  }

  @Test
  void aThreadThatCameLaterMayDie() throws Exception {
    Thread first = needed("needed-by-this-test");
    NeededThreads watch = watch();
    try {
      Thread later = new Thread(() -> {}, "needed-by-this-test at work");
      later.start();
      later.join();
      first.setName("at rest");

      await().until(() -> !ends.isEmpty());
      assertThat(ends)
          .containsExactly("thread at rest has died; the server cannot run without it.");
    } finally {
      watch.close();
    }
    go.countDown();
  }
}
