// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Loads the jars of {@code WEB-INF/weir}. It shares only Java itself and the servlet API with the
 * container.
 *
 * <p>Every container therefore runs the same JAX-RS and Jersey, whichever it has itself. No
 * container scans these jars for resource classes, beans or annotations.
 */
final class ServerClassLoader extends URLClassLoader {
  private static final String JARS = "/WEB-INF/weir/";
  private static final String SHARED = "jakarta.servlet.";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();
  private final ClassLoader application;
  private final Path directory;

  private ServerClassLoader(URL[] jars, ClassLoader application, Path directory) {
    // The parent is for code that walks up the chain, as Tomcat does to find a logger's settings.
    super("weir", jars, application);
    this.application = requireNonNull(application);
    this.directory = requireNonNull(directory);
  }

  /** Copies the jars to the container's directory for temporary files. */
  static ServerClassLoader open(ServletContext context) throws IOException {
    Path directory = temporary(context);
    List<URL> jars = new ArrayList<>();
    Set<String> paths = context.getResourcePaths(JARS);
    for (String path : new TreeSet<>(paths == null ? Set.of() : paths)) {
      Path copy = directory.resolve(path.substring(JARS.length()));
      try (InputStream jar = context.getResourceAsStream(path)) {
        Files.copy(jar, copy);
      }
      jars.add(copy.toUri().toURL());
    }
    return new ServerClassLoader(jars.toArray(URL[]::new), context.getClassLoader(), directory);
  }

  private static Path temporary(ServletContext context) throws IOException {
    Object given = context.getAttribute(ServletContext.TEMPDIR);
    return given instanceof File folder && folder.isDirectory()
        ? Files.createTempDirectory(folder.toPath(), "weir-classes-")
        : Files.createTempDirectory("weir-classes-");
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(SHARED)) {
      return application.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try {
        return platform.loadClass(name);
      } catch (ClassNotFoundException e) {
        return findClass(name);
      }
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL ofJava = platform.getResource(name);
    return ofJava == null ? findResource(name) : ofJava;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> all = new ArrayList<>();
    platform.getResources(name).asIterator().forEachRemaining(all::add);
    findResources(name).asIterator().forEachRemaining(all::add);
    return Collections.enumeration(all);
  }

  @Override
  public void close() throws IOException {
    super.close();
    File[] files = directory.toFile().listFiles();
    for (File file : files == null ? new File[0] : files) {
      Files.deleteIfExists(file.toPath());
    }
    Files.deleteIfExists(directory);
  }
}
