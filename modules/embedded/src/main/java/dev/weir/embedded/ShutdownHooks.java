// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

/**
 * The shutdown hooks that an engine's Flink has registered: its stores and caches delete their
 * directories in one each.
 *
 * <p>A JVM that goes down runs all hooks at the same time, so they would take files from under jobs
 * that the server's own hook is about to stop. What they do, {@link EmbeddedFlink#close} does too.
 */
final class ShutdownHooks {

  private ShutdownHooks() {}

  /**
   * Removes them. The JDK keeps them in a private field; where {@code java.lang} is not open, which
   * {@link OpenPackages} warns of, they stay.
   */
  static void remove(EngineClassLoader engine) throws ReflectiveOperationException {
    Class<?> registry = Class.forName("java.lang.ApplicationShutdownHooks");
    if (registry.getModule().isOpen("java.lang", ShutdownHooks.class.getModule())) {
      Field field = registry.getDeclaredField("hooks");
      field.setAccessible(true);
      for (Thread hook : hooks(registry, field)) {
        if (EngineThreads.engineOf(hook) == engine && !jvmGoesDown()) {
          Runtime.getRuntime().removeShutdownHook(hook);
        }
      }
    }
  }

  /** Whether this JVM is going down: then no hook can be removed. */
  static boolean jvmGoesDown() {
    try {
      Runtime.getRuntime().removeShutdownHook(new Thread());
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** A copy; empty when the JVM goes down, for then it has taken them itself. */
  private static List<Thread> hooks(Class<?> registry, Field field) throws IllegalAccessException {
    synchronized (registry) {
      return field.get(null) instanceof Map<?, ?> hooks
          ? hooks.keySet().stream().map(Thread.class::cast).toList()
          : List.of();
    }
  }
}
