// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import static java.util.Objects.requireNonNull;

import dev.weir.monitor.jars.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory for the server's files. Only the temporary part of a given directory is deleted at
 * the end. Without one, the server creates a temporary directory and deletes it as a whole.
 */
public final class WorkDirectory {
  private static final Logger LOG = System.getLogger(WorkDirectory.class.getName());
  private static final String PREFIX = "weir-";

  private final Path root;
  private final boolean own;
  private final @Nullable Owner owner;

  private WorkDirectory(Path root, @Nullable Owner owner) {
    this.root = root;
    this.own = owner != null;
    this.owner = owner;
  }

  /**
   * Opens the given directory and creates it if missing. Without one, creates a temporary
   * directory, and removes those of killed servers.
   */
  public static WorkDirectory open(Optional<Path> given) throws IOException {
    WorkDirectory directory =
        given.isPresent() ? new WorkDirectory(OwnerOnly.directory(given.get()), null) : temporary();
    OwnerOnly.directory(directory.uploads());
    return directory;
  }

  private static WorkDirectory temporary() throws IOException {
    Path root = Files.createTempDirectory(PREFIX);
    WorkDirectory made = new WorkDirectory(root, Owner.of(root));
    try (DirectoryStream<Path> others =
        Files.newDirectoryStream(requireNonNull(root.getParent()), PREFIX + "*")) {
      for (Path other : others) {
        if (!other.equals(root) && Owner.isGone(other)) {
          delete(other);
          LOG.log(Level.INFO, "Removed " + other + ", left by a server that was killed.");
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.log(Level.DEBUG, "Working files of killed servers could not be removed", e);
    }
    return made;
  }

  /** The directory itself. */
  public Path root() {
    return root;
  }

  /** The directory for jars on their way to a cluster. */
  public Path uploads() {
    return root.resolve("uploads");
  }

  /** The directory for jars that are kept while the server runs. */
  public Path programs() {
    return root.resolve("programs");
  }

  /** Removes everything that must not outlive the server. */
  public void remove() throws IOException {
    if (owner != null) {
      owner.close();
    }
    if (own) {
      delete(root);
    } else {
      delete(uploads());
      delete(programs());
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
