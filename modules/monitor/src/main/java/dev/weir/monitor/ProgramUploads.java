package dev.weir.monitor;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Programs on their way through this server, each in a file of our own naming until the cluster has
 * it. Its methods block: they read what a client sends and write it to disk.
 */
public final class ProgramUploads {
  private static final int LONGEST_NAME = 200;

  /** What has a meaning in an address or a header, where the name will be a part of one. */
  private static final String UNUSUAL = "[^\\p{L}\\p{N} ._()+=@,-]";

  private final Path directory;
  private final long maxBytes;

  /** Keeps files of up to so many bytes in a directory that exists. */
  public ProgramUploads(Path directory, long maxBytes) {
    this.directory = directory;
    this.maxBytes = maxBytes;
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
      check(program);
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
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }

  private void copy(InputStream content, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > maxBytes) {
          throw new ClusterException(
              Reason.TOO_LARGE, "The file is larger than the " + maxBytes + " bytes allowed.");
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private static void check(Program program) throws IOException {
    if (Files.size(program.file()) == 0) {
      throw invalid("The uploaded file is empty.");
    }
    try (ZipFile zip = new ZipFile(program.file().toFile())) {
      if (zip.stream().noneMatch(entry -> isOfJar(entry.getName()))) {
        throw invalid("The uploaded file has neither a manifest nor a class: it is not a jar.");
      }
    } catch (ZipException e) {
      throw invalid("The uploaded file is not a jar.");
    }
  }

  private static boolean isOfJar(String entry) {
    return entry.equals("META-INF/MANIFEST.MF") || entry.endsWith(".class");
  }

  private static ClusterException invalid(String sentence) {
    return new ClusterException(Reason.INVALID, sentence);
  }
}
