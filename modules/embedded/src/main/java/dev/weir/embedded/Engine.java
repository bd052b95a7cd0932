package dev.weir.embedded;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The engine as seen from outside its class loader: a method to start it, and what it says. */
@SuppressWarnings("try") // An interruption goes on to the one who closes.
final class Engine implements AutoCloseable {

  private static final String ENTRY = "dev.weir.embedded.engine.FlinkEngine";
  private static final Duration LAST_THREADS = Duration.ofSeconds(5);

  private final EngineClassLoader loader;
  private final AutoCloseable running;
  private final Map<String, String> facts;

  private Engine(EngineClassLoader loader, AutoCloseable running, Map<String, String> facts) {
    this.loader = loader;
    this.running = running;
    this.facts = facts;
  }

  /** Starts the engine that the class loader has; what it throws comes out as it is. */
  static Engine start(
      EngineClassLoader loader, Map<String, Path> directories, EmbeddedFlinkOptions options)
      throws Exception {
    Map<String, String> facts = new ConcurrentHashMap<>();
    AutoCloseable running = inside(loader, () -> start(loader, directories, options, facts::put));
    return new Engine(loader, running, facts);
  }

  private static AutoCloseable start(
      EngineClassLoader loader,
      Map<String, Path> directories,
      EmbeddedFlinkOptions options,
      BiConsumer<String, String> facts)
      throws Exception {
    Method start =
        loader
            .loadClass(ENTRY)
            .getMethod(
                "start",
                Map.class,
                int.class,
                int.class,
                Map.class,
                Duration.class,
                BiConsumer.class);
    try {
      Object running =
          start.invoke(
              null,
              directories,
              options.taskManagers(),
              options.slotsPerTaskManager(),
              options.configuration(),
              options.shutdownDeadline(),
              facts);
      return (AutoCloseable) running;
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  String fact(String name) {
    return Optional.ofNullable(facts.get(name)).orElseThrow();
  }

  /** Returns when Flink's threads have ended, or five seconds after its cluster has. */
  @Override
  public void close() throws Exception {
    inside(
        loader,
        () -> {
          running.close();
          return true;
        });
    awaitThreads();
  }

  /**
   * The threads of Netty end one to three seconds after Flink believes that it has stopped, and
   * need its classes for that. Those of jobs may never end, and are not waited for.
   */
  private void awaitThreads() throws InterruptedException {
    long end = System.nanoTime() + LAST_THREADS.toNanos();
    long left = LAST_THREADS.toMillis();
    Optional<Thread> last = EngineThreads.of(loader).findAny();
    while (last.isPresent() && left > 0) {
      last.get().join(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      last = EngineThreads.of(loader).findAny();
    }
  }

  /** Runs Flink's code as one of Flink's threads, so that the threads made there are Flink's. */
  private static <T> T inside(EngineClassLoader loader, Callable<T> action) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return action.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
