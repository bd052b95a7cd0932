// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and directories that only their owner may read, whatever the umask. */
public final class OwnerOnly {
  private static final String FILE = "rw-------";
  private static final String DIRECTORY = "rwx------";

  private OwnerOnly() {}

  /** Creates a directory if missing; an existing one is left unchanged. */
  public static Path directory(Path directory) throws IOException {
    return Files.createDirectories(directory, attributes(directory, DIRECTORY));
  }

  /** Opens a file; an existing one becomes readable by its owner alone. */
  public static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    FileChannel channel = FileChannel.open(file, options, attributes(file, FILE));
    if (hasPermissions(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
    }
    return channel;
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    return hasPermissions(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
