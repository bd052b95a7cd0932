// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.io.File;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the threads of an engine from those of the server. */
final class EngineThreads {

  /** The thread group of {@code org.apache.flink.runtime.taskmanager.Task}. */
  private static final String TASK_THREADS = "Flink Task Threads";

  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private EngineThreads() {}

  /**
   * The engine that a thread belongs to, by its context class loader, which threads inherit from
   * the one that started the engine, or else by its class.
   *
   * @return null for a thread that has nothing to do with an engine
   */
  static @Nullable EngineClassLoader engineOf(Thread thread) {
    EngineClassLoader engine = EngineClassLoader.behind(thread.getContextClassLoader());
    return engine != null ? engine : EngineClassLoader.behind(thread.getClass().getClassLoader());
  }

  /** Whether it is the thread of a task, or one that a task has started: user code, that is. */
  static boolean isOfTask(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    while (group != null && !group.getName().equals(TASK_THREADS)) {
      group = group.getParent();
    }
    return group != null;
  }

  /**
   * Whether threads of an engine may be left as they are: the JVM goes down, and their jars can be
   * deleted while they use them, which Windows does not do.
   */
  static boolean mayBeLeft() {
    return ShutdownHooks.jvmGoesDown() && File.separatorChar == '/';
  }

  /**
   * Returns when the threads of an engine have ended, or after five seconds. Those of Netty end one
   * to three seconds after Flink believes that it has stopped, and need its classes for that. Those
   * of tasks may never end, and are not waited for.
   */
  static void awaitEnd(EngineClassLoader engine) throws InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    long left = mayBeLeft() ? 0 : DEADLINE.toMillis();
    Optional<Thread> last = anyOf(engine);
    while (last.isPresent() && left > 0) {
      last.get().join(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      last = anyOf(engine);
    }
  }

  private static Optional<Thread> anyOf(EngineClassLoader engine) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> engineOf(thread) == engine && !isOfTask(thread))
        .findAny();
  }
}
