// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.io.File;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Distinguishes the threads of an engine from those of the server. */
final class EngineThreads {

  /** The thread group of {@code org.apache.flink.runtime.taskmanager.Task}. */
  private static final String TASK_THREADS = "Flink Task Threads";

  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private EngineThreads() {}

  /**
   * The engine that a thread belongs to, by its context class loader or else by its class. Threads
   * inherit the context class loader from the thread that started the engine.
   *
   * @return null for a thread unrelated to any engine
   */
  static @Nullable EngineClassLoader engineOf(Thread thread) {
    EngineClassLoader engine = EngineClassLoader.behind(thread.getContextClassLoader());
    return engine != null ? engine : EngineClassLoader.behind(thread.getClass().getClassLoader());
  }

  /** Whether a thread runs user code: it is the thread of a task, or a task started it. */
  static boolean isOfTask(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    while (group != null && !group.getName().equals(TASK_THREADS)) {
      group = group.getParent();
    }
    return group != null;
  }

  /**
   * Whether an engine's threads may be left running: the JVM is shutting down, and jars in use can
   * be deleted. Windows cannot delete files in use.
   */
  static boolean mayBeLeft() {
    return ShutdownHooks.jvmGoesDown() && File.separatorChar == '/';
  }

  /**
   * Waits until the threads of an engine have ended, at most five seconds. Netty's threads end one
   * to three seconds after Flink reports that it has stopped, and need its classes until then.
   * Threads of tasks may never end, so this does not wait for them.
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
