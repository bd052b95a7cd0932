package dev.weir.testing.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a cluster writes, in one temporary directory. */
record ClusterDirectory(Path root) {
  private static final String LOGGING =
      """
      rootLogger.level = INFO
      rootLogger.appenderRef.file.ref = File
      appender.file.name = File
      appender.file.type = File
      appender.file.fileName = ${sys:log.file}
      appender.file.layout.type = PatternLayout
      appender.file.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
      """;

  /** Makes the directory with all that has to be there, but for Flink's configuration. */
  static ClusterDirectory create(FlinkVersion version) {
    try {
      ClusterDirectory made =
          new ClusterDirectory(Files.createTempDirectory("flink-" + version + "-").toRealPath());
      for (String name :
          List.of("conf", "log", "tmp", "upload", "checkpoints", "savepoints", "ha")) {
        Files.createDirectory(made.root.resolve(name));
      }
      Files.writeString(made.loggingConfiguration(), LOGGING);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path conf() {
    return root.resolve("conf");
  }

  Path loggingConfiguration() {
    return conf().resolve("log4j.properties");
  }

  Path log(String process) {
    return root.resolve("log").resolve(process + ".log");
  }

  /** Flink looks for what is printed beside what is logged. */
  Path out(String process) {
    return root.resolve("log").resolve(process + ".out");
  }

  /** Where a JobManager keeps the programs that it has taken. */
  Path upload(String process) {
    return root.resolve("upload").resolve(process);
  }

  Path tmp() {
    return root.resolve("tmp");
  }

  /** A folder as Flink's file systems name it. */
  String uri(String folder) {
    return root.resolve(folder).toUri().toString();
  }

  void write(String file, List<String> lines) {
    try {
      Files.write(conf().resolve(file), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes it with everything in it. */
  void delete() {
    try {
      Files.walkFileTree(root, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes files as they are seen, and folders after what is in them. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    /** What somebody else has removed is gone, which is what was wanted. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
      if (error instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw error;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error)
        throws IOException {
      if (error != null) {
        throw error;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
