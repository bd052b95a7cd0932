package dev.weir.embedded;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the threads of an engine from those of the server. */
final class EngineThreads {

  /** The thread group of {@code org.apache.flink.runtime.taskmanager.Task}. */
  private static final String TASK_THREADS = "Flink Task Threads";

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

  /** The living threads of an engine, without those of its tasks. */
  static Stream<Thread> of(EngineClassLoader engine) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> engineOf(thread) == engine && !isOfTask(thread));
  }
}
