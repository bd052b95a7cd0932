// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, if there is one on this machine. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Path program;
  private final Path directory;

  private Chromium(Path program, Path directory) {
    this.program = program;
    this.directory = directory;
  }

  /**
   * The browser; a test is skipped where there is none.
   *
   * @param directory where it keeps what it keeps
   */
  static Chromium installed(Path directory) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "There is no browser; on Debian: apt-get install chromium");
    return new Chromium(found.get(), directory);
  }

  /**
   * A page after its scripts have run.
   *
   * @param document what it has become, as HTML
   * @param log what it, and the browser about it, said on the console
   */
  record Page(String document, String log) {}

  /** What starts it, with a profile of its own. */
  List<String> command(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--user-data-dir=" + Files.createTempDirectory(directory, "profile")));
    command.addAll(List.of(options));
    return command;
  }

  /** Opens an address and waits until nothing goes on there any more. */
  Page open(String address, String... options) throws IOException, InterruptedException {
    List<String> command = command("--virtual-time-budget=15000", "--dump-dom");
    command.addAll(List.of(options));
    command.add(address);
    Path document = Files.createTempFile(directory, "document", ".html");
    Path log = Files.createTempFile(directory, "browser", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(document.toFile())
            .redirectError(log.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The browser does not end: " + Files.readString(log));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Page(Files.readString(document, UTF_8), Files.readString(log, UTF_8));
  }
}
