// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads an engine with its Flink; its parent is the JDK alone. */
final class EngineClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private EngineClassLoader(URL[] jars) {
    // Unnamed: stack traces would show a name with each class of Flink.
    super(jars, ClassLoader.getPlatformClassLoader());
  }

  static EngineClassLoader over(List<Path> jars) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return new EngineClassLoader(urls.toArray(URL[]::new));
  }

  /**
   * Does nothing during JVM shutdown (except on Windows): remaining threads may still load classes.
   */
  @Override
  public void close() throws IOException {
    if (!EngineThreads.mayBeLeft()) {
      super.close();
    }
  }

  /**
   * The engine whose classes a class loader gives access to. These are the engine's own loader, its
   * descendants (jobs), and instances of its classes (Flink's RPC).
   *
   * @return null for a loader unrelated to any engine
   */
  static @Nullable EngineClassLoader behind(@Nullable ClassLoader loader) {
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      if (each instanceof EngineClassLoader engine) {
        return engine;
      }
      if (each.getClass().getClassLoader() instanceof EngineClassLoader engine) {
        return engine;
      }
    }
    return null;
  }
}
