// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import dev.weir.testing.Directories;
import dev.weir.testing.maven.MavenArtifacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What the makers of a container publish, unpacked once for all runs of a build. */
final class Distribution {
  private static final Path UNPACKED = Path.of("target", "containers");
  private static final String COMPLETE = ".unpacked";

  private Distribution() {}

  /**
   * The directory of an archive's content, without the one directory that all of it is in; or the
   * file itself where it is no archive.
   */
  static synchronized Path of(String coordinates) {
    Path file = MavenArtifacts.file(coordinates);
    if (!file.toString().endsWith(".zip")) {
      return file;
    }
    Path target = UNPACKED.resolve(file.getFileName().toString().replaceFirst("\\.zip$", ""));
    try {
      if (Files.notExists(target.resolve(COMPLETE))) {
        if (Files.exists(target)) {
          Directories.delete(target);
        }
        unpack(file, Files.createDirectories(target));
        Files.createFile(target.resolve(COMPLETE));
      }
      return onlyDirectory(target).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(Path archive, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException(archive + " holds " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
          }
        }
      }
    }
  }

  private static Path onlyDirectory(Path target) throws IOException {
    try (Stream<Path> content = Files.list(target)) {
      List<Path> directories = content.filter(Files::isDirectory).toList();
      if (directories.size() != 1) {
        throw new IllegalStateException("Not one directory but " + directories);
      }
      return directories.get(0);
    }
  }
}
