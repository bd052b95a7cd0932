// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content of a file, read again when the file changes. If the file becomes unusable or disappears,
 * one warning is logged and the previous content stays in effect.
 */
final class WatchedFile<T> {
  private static final Logger LOG = System.getLogger(WatchedFile.class.getName());

  /** 16 MiB, far more than any real list of users. */
  private static final long LARGEST = 16L << 20;

  private final Path file;
  private final FileContent<T> content;
  private volatile T current;
  private Version seen;

  /**
   * Detects a change. The key also detects another file under the same name, as by a changed link.
   */
  private record Version(FileTime modified, long size, @Nullable Object key) {
    private static final Version NONE = new Version(FileTime.fromMillis(0), -1, null);

    static Version of(Path file) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return new Version(found.lastModifiedTime(), found.size(), found.fileKey());
      } catch (IOException e) {
        return NONE;
      }
    }
  }

  /**
   * Reads the file for the first time.
   *
   * @throws SecurityFileException if it cannot be used
   */
  WatchedFile(Path file, FileContent<T> content) throws SecurityFileException {
    this.file = file;
    this.content = content;
    // Taken before reading: a change meanwhile leads to another read.
    this.seen = Version.of(file);
    this.current = read();
  }

  /** The last usable content. */
  T current() {
    return current;
  }

  /** Reads the file again if it has changed. */
  synchronized void check() {
    Version now = Version.of(file);
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      current = read();
      LOG.log(Level.INFO, file + " has changed and was read again.");
    } catch (SecurityFileException e) {
      LOG.log(Level.WARNING, e.getMessage() + " The previous content stays in effect.");
    }
  }

  /** The lines, without a UTF-8 byte order mark. */
  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    if (!lines.isEmpty() && lines.get(0).startsWith("\uFEFF")) {
      lines.set(0, lines.get(0).substring(1));
    }
    return lines;
  }

  private T read() throws SecurityFileException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new SecurityFileException(file + " is larger than " + LARGEST + " bytes.");
      }
      return content.of(lines(), file.toString());
    } catch (NoSuchFileException e) {
      throw new SecurityFileException(file + " is not there.");
    } catch (CharacterCodingException e) {
      throw new SecurityFileException(file + " is not text in UTF-8.");
    } catch (IOException e) {
      throw new SecurityFileException(file + " cannot be read: " + e.getMessage() + ".");
    }
  }
}
