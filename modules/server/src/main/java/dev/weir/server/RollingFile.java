package dev.weir.server;

import dev.weir.monitor.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file of lines, {@code .0}: once it is full it becomes {@code .1}, and the oldest goes. Unlike
 * those of {@code java.util.logging}, each is its owner's alone from its first byte on.
 */
final class RollingFile implements AutoCloseable {
  private final Path file;
  private final long maxBytes;
  private final int files;
  private FileChannel out;

  /**
   * Goes on with the file that is there.
   *
   * @param file to whose name the number is added
   * @param maxBytes the size from which on the next file is begun
   * @param files how many there are at the most
   */
  RollingFile(Path file, long maxBytes, int files) throws IOException {
    this.file = file;
    this.maxBytes = maxBytes;
    this.files = files;
    OwnerOnly.directory(file.getParent());
    this.out = open();
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  private FileChannel open() throws IOException {
    return OwnerOnly.open(
        numbered(0), Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /** Writes a line, which is without its end. */
  synchronized void write(String line) throws IOException {
    if (!out.isOpen()) {
      out = open();
    }
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    if (out.size() >= maxBytes) {
      roll();
    }
  }

  private void roll() throws IOException {
    out.close();
    for (int number = files - 2; number >= 0; number--) {
      if (Files.exists(numbered(number))) {
        Files.move(numbered(number), numbered(number + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    out = open();
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
