// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Programs on their way through this server, each in a file of our own naming until the cluster has
 * it. Its methods block: they read what a client sends and write it to disk.
 */
public final class JarUploads {
  /** In bytes: a file's name may have 255, and Flink puts 37 before it. */
  private static final int LONGEST_NAME = 200;

  /** What has a meaning in an address or a header, where the name will be a part of one. */
  private static final String UNUSUAL = "[^\\p{L}\\p{N} ._()+=@,-]";

  private final Path directory;

  private final UploadLimits limits;
  private final JarCheck check;
  private final Optional<Bucket> rate;
  private final Set<Room> rooms = new HashSet<>();

  /** Keeps files within limits in a directory that exists. */
  public JarUploads(Path directory, UploadLimits limits) {
    this.directory = directory;
    this.limits = limits;
    this.check = new JarCheck(limits);
    this.rate = limits.perMinute() == 0 ? Optional.empty() : Optional.of(bucket(limits));
  }

  private static Bucket bucket(UploadLimits limits) {
    int perMinute = limits.perMinute();
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /** How long the next upload has to wait; zero if it may begin, which it then does. */
  public Duration next() {
    return rate.map(bucket -> bucket.tryConsumeAndReturnRemaining(1))
        .map(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill()))
        .orElse(Duration.ZERO);
  }

  /**
   * Keeps room on the disk for one that is to arrive.
   *
   * @param bytes what it announces; less than 0 if nothing
   */
  public Room room(long bytes) {
    long most = limits.maxBytes();
    Room room = new Room(bytes < 0 ? most : Math.min(bytes, most));
    synchronized (rooms) {
      if (rooms.stream().mapToLong(one -> one.bytes).sum() + room.bytes
          > limits.maxPendingBytes()) {
        throw new ClusterException(
            Reason.NO_ROOM,
            "The uploads that are on their way take all of the "
                + limits.maxPendingBytes()
                + " bytes of weir.upload.max-pending-bytes; try again when they have arrived.");
      }
      rooms.add(room);
    }
    return room;
  }

  /** Room on the disk. */
  public final class Room implements AutoCloseable {
    private final long bytes;

    private Room(long bytes) {
      this.bytes = bytes;
    }

    /** Gives it back. */
    @Override
    public void close() {
      synchronized (rooms) {
        rooms.remove(this);
      }
    }
  }

  /**
   * A program that has arrived.
   *
   * @param file where it is; whoever takes it removes it
   * @param name what the client calls it: a plain file name that ends in {@code .jar}
   */
  public record Program(Path file, String name) {
    /** Removes the file. */
    public void remove() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Takes in what a client sends and checks that it is a jar. Leaves nothing behind if it is not.
   *
   * @param clientsName what the client calls the file: a name, or a path whose last part is taken
   */
  public Program receive(@Nullable String clientsName, InputStream content) throws IOException {
    String name = plainName(clientsName);
    Program program = new Program(Files.createTempFile(directory, "upload-", ".jar"), name);
    boolean whole = false;
    try {
      copy(content, program.file());
      check.check(program.file());
      whole = true;
      return program;
    } finally {
      if (!whole) {
        program.remove();
      }
    }
  }

  private static String plainName(@Nullable String clientsName) {
    String given = clientsName == null ? "" : clientsName;
    String name =
        given
            .substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
            .replaceAll(UNUSUAL, "_");
    if (!name.endsWith(".jar") || name.length() == ".jar".length()) {
      throw invalid("Only files whose name ends in .jar can be uploaded.");
    }
    return lastBytes(name);
  }

  /** The end of a name, of whole letters. */
  private static String lastBytes(String name) {
    int start = name.length();
    int bytes = 0;
    while (start > 0) {
      int letter = name.codePointBefore(start);
      bytes += Character.toString(letter).getBytes(UTF_8).length;
      if (bytes > LONGEST_NAME) {
        break;
      }
      start -= Character.charCount(letter);
    }
    return name.substring(start);
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

  private static ClusterException invalid(String sentence) {
    return new ClusterException(Reason.INVALID, sentence);
  }
}
