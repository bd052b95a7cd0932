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
 * Where the server keeps its files: a given directory, of which only what is temporary goes at the
 * end, or one of its own, which goes as a whole.
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
   * Makes it where it is not there yet; without one given, one for temporary files, and removes
   * those of servers that were killed.
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
          LOG.log(Level.INFO, other + ", of a server that was killed, has been removed.");
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

  /** Programs on their way to the cluster. */
  public Path uploads() {
    return root.resolve("uploads");
  }

  /** Programs that are kept for as long as the server runs. */
  public Path programs() {
    return root.resolve("programs");
  }

  /** Removes what is not to outlive the server. */
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
