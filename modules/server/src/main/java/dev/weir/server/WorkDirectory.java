package dev.weir.server;

import dev.weir.monitor.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the server keeps its files: a given directory, of which only what is temporary goes at the
 * end, or one of its own, which goes as a whole.
 */
public final class WorkDirectory {
  private final Path root;
  private final boolean own;

  private WorkDirectory(Path root, boolean own) {
    this.root = root;
    this.own = own;
  }

  /** Makes it where it is not there yet; without one given, one for temporary files. */
  public static WorkDirectory open(Optional<Path> given) throws IOException {
    WorkDirectory directory =
        given.isPresent()
            ? new WorkDirectory(OwnerOnly.directory(given.get()), false)
            : new WorkDirectory(Files.createTempDirectory("weir-"), true);
    OwnerOnly.directory(directory.uploads());
    return directory;
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
