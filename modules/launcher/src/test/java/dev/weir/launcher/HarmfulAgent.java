// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An agent of the virtual machine that fills the heap of a server that runs, logs that it was full
 * as a library would, or stops a thread.
 */
public final class HarmfulAgent {
  private HarmfulAgent() {}

  /** As the virtual machine calls it; with {@code memory}, {@code log} or the name of a thread. */
  public static void premain(String harm) {
    Thread thread = new Thread(() -> act(harm), "harm");
    thread.setDaemon(true);
    thread.start();
  }

  @SuppressWarnings({"deprecation", "removal", "ThreadStop"})
  private static void act(String harm) {
    try {
      Thread watchdog = await("weir-watchdog");
      if (harm.equals("memory")) {
        List<byte[]> all = new ArrayList<>();
        while (!all.contains(null)) {
          all.add(new byte[1 << 20]);
        }
      } else if (harm.equals("log")) {
        Logger.getLogger("com.github.benmanes.caffeine.cache.LocalAsyncCache")
            .log(Level.WARNING, "Exception thrown", new OutOfMemoryError("Java heap space"));
      } else {
        Thread victim = await(harm);
        awaitLooks(watchdog);
        victim.stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Until the watchdog, which waits after each of its looks, has looked again from its start on.
   */
  private static void awaitLooks(Thread watchdog) throws InterruptedException {
    long before = waits(watchdog);
    while (waits(watchdog) < before + 2) {
      new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
    }
  }

  private static long waits(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId()).getWaitedCount();
  }

  private static Thread await(String name) throws InterruptedException {
    Thread found = find(name);
    while (found == null) {
      new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
      found = find(name);
    }
    return found;
  }

  private static @Nullable Thread find(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .findFirst()
        .orElse(null);
  }
}
