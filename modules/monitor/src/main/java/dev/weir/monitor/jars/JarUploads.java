// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Receives jars from clients: how often, how many at once, and which. Shared by all clusters. */
public final class JarUploads {
  private final Path directory;
  private final UploadLimits limits;
  private final UploadRate rate;
  private final UploadSpace space;
  private final JarCheck check;

  /**
   * Uploads within limits.
   *
   * @param directory for temporary files; exists
   */
  public JarUploads(Path directory, UploadLimits limits) {
    this.directory = directory;
    this.limits = limits;
    this.rate = new UploadRate(limits.perMinute());
    this.space = new UploadSpace(limits);
    this.check = new JarCheck(limits);
  }

  /** How long the next upload has to wait; zero if it may begin, which counts it. */
  public Duration next() {
    return rate.next();
  }

  /**
   * Reserves space on disk for one upload.
   *
   * @param bytes its announced length; less than 0 if unknown
   * @throws ClusterException {@code NO_ROOM} if the space is not free now
   */
  public UploadRoom room(long bytes) {
    return space.room(bytes);
  }

  /**
   * Reads a jar into a temporary file and checks it. Blocks. Leaves nothing behind if it fails.
   *
   * @param clientsName a file name, or a path whose last part is taken
   * @throws ClusterException {@code INVALID} or {@code TOO_LARGE} if the file is refused
   * @throws IOException if the content or the disk cannot be read
   */
  ReceivedJar receive(@Nullable String clientsName, InputStream content) throws IOException {
    String name = JarName.plain(clientsName);
    ReceivedJar jar = new ReceivedJar(Files.createTempFile(directory, "upload-", ".jar"), name);
    boolean whole = false;
    try {
      copy(content, jar.file());
      check.check(jar.file());
      whole = true;
      return jar;
    } finally {
      if (!whole) {
        jar.remove();
      }
    }
  }

  /**
   * Reads a body into a temporary file as it is. Blocks. Leaves nothing behind if it fails.
   *
   * @return the caller deletes it
   * @throws ClusterException {@code TOO_LARGE} if the body is larger than an upload may be
   * @throws IOException if the content or the disk cannot be read
   */
  public Path receive(InputStream content) throws IOException {
    Path file = Files.createTempFile(directory, "upload-", ".body");
    boolean whole = false;
    try {
      copy(content, file);
      whole = true;
      return file;
    } finally {
      if (!whole) {
        Files.delete(file);
      }
    }
  }

  private void copy(InputStream content, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > limits.maxBytes()) {
          throw new ClusterException(
              Reason.TOO_LARGE,
              "The file is larger than the " + limits.maxBytes() + " bytes allowed.");
        }
        out.write(buffer, 0, read);
      }
    }
  }
}
