// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that rolls over when full; the previous file is kept as {@code <name>.1}.
 *
 * <p>Nothing is buffered, so the file can be read at any time. Output after {@link #close} is
 * dropped.
 */
final class BoundedFile extends OutputStream {

  private final Path file;
  private final long capacity;
  private OutputStream out = OutputStream.nullOutputStream();
  private long size;
  private boolean closed;

  /**
   * Starts a new file; an existing one is kept as {@code <name>.1}, unless it is empty.
   *
   * @param capacity maximum size of each of the two files, in bytes
   */
  BoundedFile(Path file, long capacity) throws IOException {
    this.file = file;
    this.capacity = capacity;
    startAnew();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (!closed && size > 0 && size + length > capacity) {
      startAnew();
    }
    out.write(bytes, offset, length);
    size += length;
  }

  private void startAnew() throws IOException {
    out.close();
    if (Files.exists(file) && Files.size(file) > 0) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    out = new FileOutputStream(file.toFile());
    size = 0;
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
    out = OutputStream.nullOutputStream();
    closed = true;
  }
}
