// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Marks the owner of a temporary directory by a locked file in it. The lock ends with the process,
 * however that ends; a process id could belong to another process by then.
 */
final class Owner implements AutoCloseable {
  private static final String FILE = "owner";

  /** The file name of this JVM. It has the start time, because process ids repeat in containers. */
  private static final String THIS_PROCESS =
      FILE
          + "-"
          + ProcessHandle.current().pid()
          + "-"
          + ManagementFactory.getRuntimeMXBean().getStartTime();

  private final FileChannel locked;

  private Owner(FileChannel locked) {
    this.locked = locked;
  }

  /** Makes this process the owner. */
  static Owner of(Path directory) throws IOException {
    Path unlocked = directory.resolve("unlocked");
    FileChannel channel =
        FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    // On a file system without locks, the directory stays if the process is killed.
    if (isLocked(channel)) {
      Files.move(unlocked, directory.resolve(THIS_PROCESS), StandardCopyOption.ATOMIC_MOVE);
    }
    return new Owner(channel);
  }

  /**
   * Whether a directory is this user's and has an owner file that nobody has locked. It does not
   * open files of this process: closing one would release its lock.
   */
  static boolean isGone(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS) || !isOurs(directory)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, FILE + "-*")) {
      for (Path file : files) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && !file.endsWith(THIS_PROCESS)
            && isFree(file);
      }
    }
    return false;
  }

  private static boolean isFree(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return isLocked(channel);
    }
  }

  private static boolean isOurs(Path directory) throws IOException {
    Path probe = Files.createTempFile("weir", null);
    try {
      return Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe));
    } finally {
      Files.delete(probe);
    }
  }

  private static boolean isLocked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    locked.close();
  }
}
