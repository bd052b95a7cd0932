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

/** Loads an engine with its Flink; above it is the JDK and nothing else. */
final class EngineClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private EngineClassLoader(URL[] jars) {
    // Without a name, which stack traces would show with each class of Flink.
    super(jars, ClassLoader.getPlatformClassLoader());
  }

  static EngineClassLoader over(List<Path> jars) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return new EngineClassLoader(urls.toArray(URL[]::new));
  }

  /** Nothing happens when the JVM goes down: the threads that are left may need a class more. */
  @Override
  public void close() throws IOException {
    if (!EngineThreads.mayBeLeft()) {
      super.close();
    }
  }

  /**
   * The engine whose classes a class loader gives access to: because it is the engine's, has it
   * above it, as those of jobs have, or is of one of its classes, as that of Flink's RPC is.
   *
   * @return null if it has nothing to do with an engine
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
