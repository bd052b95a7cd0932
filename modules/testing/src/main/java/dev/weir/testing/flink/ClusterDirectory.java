// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import dev.weir.testing.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /** Copies jars to where Flink looks for plugins: below the directory that it runs in. */
  void addPlugin(String name, List<Path> jars) {
    try {
      Path folder = Files.createDirectories(root.resolve("plugins").resolve(name));
      for (Path jar : jars) {
        Files.copy(jar, folder.resolve(jar.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes it with everything in it. */
  void delete() {
    Directories.delete(root);
  }
}
