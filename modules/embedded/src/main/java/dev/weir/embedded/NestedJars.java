// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import dev.weir.model.FlinkSeries;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The jars of an engine, stored as files in a folder of a jar or directory. That jar is on the
 * class path, such as Weir's own, or is the add-on jar beside Weir's own.
 */
final class NestedJars {

  /** The jar that every engine has. */
  private static final String ENGINE = "weir-embedded-engine.jar";

  private NestedJars() {}

  /**
   * Copies the jars into a directory.
   *
   * @param target an existing directory
   * @return the copies
   * @throws EmbeddedFlinkException if the jar of the series is missing
   */
  static List<Path> extract(FlinkSeries series, Path target)
      throws IOException, EmbeddedFlinkException {
    URL onClassPath = onClassPath(series);
    Path container = onClassPath == null ? besideOurs(series) : container(onClassPath);
    return in(container, series, folder -> copy(folder, target));
  }

  /**
   * Opens a file in one of the jars of a series on the class path.
   *
   * @param jar how the name of the jar begins
   * @return in a file system that stays open; that of a nested jar is in memory
   * @throws FileNotFoundException if there is no such jar
   */
  static Path open(FlinkSeries series, String jar, String file) throws IOException {
    URL onClassPath = onClassPath(series);
    if (onClassPath == null) {
      throw new FileNotFoundException("There is no Flink " + series.text() + " on the class path");
    }
    return in(
        container(onClassPath),
        series,
        folder -> {
          for (Path each : list(folder)) {
            if (each.getFileName().toString().startsWith(jar)) {
              return FileSystems.newFileSystem(each).getPath(file);
            }
          }
          throw new FileNotFoundException("The engine has no " + jar + "*.jar");
        });
  }

  /** Whether the jars of a series are on the class path. */
  static boolean areOnClassPath(FlinkSeries series) {
    return onClassPath(series) != null;
  }

  private static @Nullable URL onClassPath(FlinkSeries series) {
    return NestedJars.class.getResource("/" + folder(series) + "/" + ENGINE);
  }

  private interface Work<T> {
    T of(Path folder) throws IOException;
  }

  private static <T> T in(Path container, FlinkSeries series, Work<T> work) throws IOException {
    if (Files.isDirectory(container)) {
      return work.of(container.resolve(folder(series)));
    }
    try (FileSystem jar = FileSystems.newFileSystem(container)) {
      return work.of(jar.getPath(folder(series)));
    }
  }

  /** The folder with the jars of a series, inside the jar that contains it. */
  static String folder(FlinkSeries series) {
    return "flink-" + series.text();
  }

  /** The file name of the add-on jar for a series that Weir's own jar does not contain. */
  private static String addOn(FlinkSeries series) {
    return "weir-" + folder(series) + ".jar";
  }

  private static Path besideOurs(FlinkSeries series) throws IOException, EmbeddedFlinkException {
    CodeSource code = NestedJars.class.getProtectionDomain().getCodeSource();
    if (code == null) {
      throw new FileNotFoundException("The class " + NestedJars.class + " comes from no file");
    }
    Path ours = file(code.getLocation());
    Path addOn = ours.resolveSibling(addOn(series));
    if (!Files.isRegularFile(addOn)) {
      throw new EmbeddedFlinkException(
          "Flink %s comes in a jar of its own, %s, which is neither beside %s nor on the class path; put it into %s, or choose another Flink"
              .formatted(series.text(), addOn(series), ours, ours.getParent()));
    }
    return addOn;
  }

  /** The jar or directory that contains a resource. */
  private static Path container(URL resource) throws IOException {
    return resource.openConnection() instanceof JarURLConnection inJar
        ? file(inJar.getJarFileURL())
        : file(resource).resolve("../..").normalize();
  }

  private static Path file(URL location) throws IOException {
    try {
      if (location.getProtocol().equals("file")) {
        return Path.of(location.toURI());
      }
    } catch (URISyntaxException e) {
      throw new IOException("The engine's jar has an address that is no file: " + location, e);
    }
    throw new FileNotFoundException("The engine comes from " + location + ", which is no file");
  }

  private static List<Path> copy(Path folder, Path target) throws IOException {
    List<Path> jars = list(folder);
    try {
      // In parallel, because inflating takes most of the time.
      return jars.parallelStream().map(jar -> copyJar(jar, target)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Path copyJar(Path jar, Path target) {
    try {
      return Files.copy(jar, target.resolve(jar.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
