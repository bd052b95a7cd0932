package dev.weir.embedded;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/** The jars of an engine, which are files in a folder of the jar (or directory) we come from. */
final class NestedJars {

  private NestedJars() {}

  /**
   * Copies the jars into a directory.
   *
   * @param folder the engine, such as {@code flink-2.3}
   * @param target a directory that is there
   * @return the copies
   * @throws FileNotFoundException if there is no such engine
   */
  static List<Path> extract(String folder, Path target) throws IOException {
    Path source = source();
    if (Files.isDirectory(source)) {
      return copy(source.resolve(folder), target);
    }
    try (FileSystem jar = FileSystems.newFileSystem(source)) {
      return copy(jar.getPath(folder), target);
    }
  }

  private static Path source() throws IOException {
    CodeSource code = NestedJars.class.getProtectionDomain().getCodeSource();
    URL location = code == null ? null : code.getLocation();
    try {
      if (location != null && location.getProtocol().equals("file")) {
        return Path.of(location.toURI());
      }
    } catch (URISyntaxException e) {
      throw new IOException("The jar of this class has an address that is no file: " + location, e);
    }
    throw new FileNotFoundException("This class comes from " + location + ", which is no file");
  }

  private static List<Path> copy(Path folder, Path target) throws IOException {
    List<Path> jars = list(folder);
    try {
      // What costs is to inflate, so it is spread over the processors.
      return jars.parallelStream().map(jar -> copyJar(jar, target)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new FileNotFoundException("This build has no " + folder.getFileName() + " in it");
    }
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
