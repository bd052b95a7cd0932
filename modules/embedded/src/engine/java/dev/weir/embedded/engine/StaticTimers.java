// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded.engine;

import java.lang.reflect.Field;
import java.util.concurrent.ExecutorService;

/**
 * Stops the timers that Flink keeps in static fields. Flink itself never stops them, because its
 * processes end anyway. Here their threads would keep Flink's classes in memory.
 */
final class StaticTimers {

  private static final String FIELD = "DELAYER";

  private StaticTimers() {}

  static void stop() throws ReflectiveOperationException {
    for (String holder : FlinkRelease.HOLDERS_OF_TIMERS) {
      Field timer = Class.forName(holder).getDeclaredField(FIELD);
      timer.setAccessible(true);
      ((ExecutorService) timer.get(null)).shutdownNow();
    }
  }
}
