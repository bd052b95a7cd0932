// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;

/** The engine as seen from outside its class loader, called by reflection. */
@SuppressWarnings("try") // The caller of close gets the interruption.
final class Engine implements AutoCloseable {

  private static final String ENTRY = "dev.weir.embedded.engine.FlinkEngine";

  private final EngineClassLoader loader;
  private final AutoCloseable running;
  private final Map<String, String> facts;

  private Engine(EngineClassLoader loader, AutoCloseable running, Map<String, String> facts) {
    this.loader = loader;
    this.running = running;
    this.facts = facts;
  }

  /** Starts the engine of the class loader. Exceptions of the engine are thrown unwrapped. */
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

  @Override
  public void close() throws Exception {
    inside(
        loader,
        () -> {
          running.close();
          return true;
        });
  }

  /**
   * Runs Flink's code on a thread of its own. Threads created there belong to Flink. Leftover
   * thread locals end with that thread, instead of staying on a thread of the server.
   */
  private static <T> T inside(EngineClassLoader loader, Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Thread thread = new Thread(null, task, "embedded-flink", 0, false);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
