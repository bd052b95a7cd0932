// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The work directory of an embedded Flink, locked against a second instance.
 *
 * <p>{@code flink} is deleted at the end, with {@code lib}, {@code tmp} and {@code upload}. The
 * rest ({@code log}, {@code checkpoints}, {@code savepoints}) stays.
 */
final class WorkDirectory implements AutoCloseable {

  private final Path root;
  private final FileChannel lock;

  private WorkDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Creates and locks the directory, and removes leftovers of a crash. */
  static WorkDirectory open(Path root) throws IOException, EmbeddedFlinkException {
    Files.createDirectories(root.resolve("log"));
    WorkDirectory directory = new WorkDirectory(root, lock(root));
    directory.deleteTemporary();
    Files.createDirectories(directory.lib());
    Files.createDirectories(directory.temporary().resolve("tmp"));
    return directory;
  }

  private static FileChannel lock(Path root) throws IOException, EmbeddedFlinkException {
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new EmbeddedFlinkException(
          "The work directory " + root + " is in use by another embedded Flink");
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** The directory for the jars. */
  Path lib() {
    return temporary().resolve("lib");
  }

  Path log() {
    return root.resolve("log");
  }

  /** The directories that Flink writes to, by the engine's names for them. */
  Map<String, Path> forFlink() {
    return Map.of(
        "log", log(),
        "tmp", temporary().resolve("tmp"),
        "upload", temporary().resolve("upload"),
        "checkpoints", root.resolve("checkpoints"),
        "savepoints", root.resolve("savepoints"));
  }

  private Path temporary() {
    return root.resolve("flink");
  }

  private void deleteTemporary() throws IOException {
    if (Files.exists(temporary())) {
      Files.walkFileTree(temporary(), new Deletion());
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      deleteTemporary();
      Files.deleteIfExists(root.resolve("lock"));
    }
  }

  /** Deletes a directory with everything in it; a link is deleted, not followed. */
  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      // Already deleted by another cleanup.
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
