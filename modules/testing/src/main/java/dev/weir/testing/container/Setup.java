// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The small changes by which a distribution becomes an instance. */
final class Setup {
  private Setup() {}

  /** Makes a directory below another. */
  static Path directory(Path base, String name) {
    try {
      return Files.createDirectories(base.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file, with the directories that it is in. */
  static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Replaces a text in a file.
   *
   * @throws IllegalStateException if it is not there: then this is another release than was meant
   */
  static void replace(Path file, String text, String by) {
    try {
      String content = Files.readString(file);
      if (!content.contains(text)) {
        throw new IllegalStateException(file + " lacks " + text);
      }
      Files.writeString(file, content.replace(text, by));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Options that open packages of {@code java.base} to everybody. */
  static Stream<String> opened(List<String> packages) {
    return packages.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED");
  }
}
