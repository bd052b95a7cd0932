// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

/**
 * Removes the shutdown hooks that an engine's Flink registered. In these, Flink's stores and caches
 * delete their directories.
 *
 * <p>The JVM runs all hooks at the same time. They would delete files of jobs that the server's own
 * hook is still stopping. {@link EmbeddedFlink#close} does the same work.
 */
final class ShutdownHooks {

  private ShutdownHooks() {}

  /**
   * Removes the hooks of an engine. The JDK keeps hooks in a private field. The hooks stay if
   * {@code java.lang} is not open, of which {@link OpenPackages} warns.
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

  /** Whether this JVM is shutting down; then no hook can be removed. */
  static boolean jvmGoesDown() {
    try {
      Runtime.getRuntime().removeShutdownHook(new Thread());
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** A copy of the registered hooks; empty during JVM shutdown, when the JVM has taken them. */
  private static List<Thread> hooks(Class<?> registry, Field field) throws IllegalAccessException {
    synchronized (registry) {
      return field.get(null) instanceof Map<?, ?> hooks
          ? hooks.keySet().stream().map(Thread.class::cast).toList()
          : List.of();
    }
  }
}
