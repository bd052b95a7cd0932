// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static java.util.Objects.requireNonNull;

import dev.weir.resources.ApiExtension;
import dev.weir.testing.BuiltJars;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Jars for faults. */
final class PluginJars {
  private PluginJars() {}

  /** The plugin without one of its classes. */
  static Path without(Class<?> type, Path directory) throws IOException {
    Path copy = Files.copy(BuiltJars.jobManager(), directory.resolve("incomplete.jar"));
    try (FileSystem jar = FileSystems.newFileSystem(copy)) {
      Files.delete(jar.getPath(entry(type)));
    }
    return copy;
  }

  /** An extension of the server, which harms it. */
  static Path harm(Path directory) throws IOException {
    Path made = directory.resolve("harm.jar");
    try (OutputStream file = Files.newOutputStream(made);
        JarOutputStream jar = new JarOutputStream(file)) {
      for (Class<?> type : List.of(Harm.class, Harm.Endpoints.class)) {
        jar.putNextEntry(new JarEntry(entry(type)));
        try (InputStream code = type.getResourceAsStream("/" + entry(type))) {
          requireNonNull(code).transferTo(jar);
        }
      }
      jar.putNextEntry(new JarEntry("META-INF/services/" + ApiExtension.class.getName()));
      jar.write(Harm.class.getName().getBytes(StandardCharsets.UTF_8));
    }
    return made;
  }

  private static String entry(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }
}
