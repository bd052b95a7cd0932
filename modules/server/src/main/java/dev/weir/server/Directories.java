// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import static java.util.Objects.requireNonNull;

import dev.weir.server.settings.Settings;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that the configured directories are writable. It leaves no files there. */
public final class Directories {
  private Directories() {}

  /**
   * Checks all directories.
   *
   * @throws StartFailure with a sentence for each that cannot be used
   */
  public static void require(Settings settings) throws StartFailure {
    require(problems(settings));
  }

  /**
   * Checks the directories of a server in a container, which has no log file of its own.
   *
   * @throws StartFailure with a sentence for each that cannot be used
   */
  public static void requireInContainer(Settings settings) throws StartFailure {
    require(problems(ofServer(settings), settings));
  }

  private static void require(List<String> problems) throws StartFailure {
    if (!problems.isEmpty()) {
      throw StartFailure.ofSettings(problems);
    }
  }

  /**
   * Problems of the directories, one sentence each. A missing directory is checked by its nearest
   * existing parent.
   */
  public static List<String> problems(Settings settings) {
    return problems(Stream.concat(ofServer(settings), ofLog(settings)), settings);
  }

  private static List<String> problems(Stream<Named> directories, Settings settings) {
    return directories
        .flatMap(directory -> directory.problem().stream())
        .map(problem -> problem.located(settings).getMessage())
        .toList();
  }

  private static Stream<Named> ofServer(Settings settings) {
    List<Named> all = new ArrayList<>();
    all.add(
        settings
            .workDir()
            .map(given -> new Named("weir.work-dir", given, given))
            .orElseGet(Directories::temporary));
    Optional<Path> uploads = settings.submission().uploadDir();
    uploads.ifPresent(given -> all.add(new Named("weir.upload.dir", given, given)));
    settings
        .embedded()
        .uploadDir()
        .filter(given -> settings.clusters().stream().anyMatch(Settings.Cluster::embedded))
        .filter(given -> !uploads.equals(Optional.of(given)))
        .ifPresent(given -> all.add(new Named("weir.embedded.upload-dir", given, given)));
    settings.audit().file().ifPresent(given -> all.add(ofFile("weir.audit.file", given)));
    return all.stream();
  }

  private static Stream<Named> ofLog(Settings settings) {
    return settings.log().file().stream().map(given -> ofFile("weir.log.file", given));
  }

  private static Named ofFile(String setting, Path given) {
    return new Named(setting, given, given.resolveSibling(""));
  }

  private static Named temporary() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return new Named("java.io.tmpdir", temporary, temporary);
  }

  /**
   * A directory and the setting that it comes from.
   *
   * @param given the value of the setting
   */
  private record Named(String setting, Path given, Path directory) {
    Optional<StartFailure> problem() {
      if (!given.equals(directory) && Files.isDirectory(given)) {
        return unusable("it must be a file, and is a directory", null);
      }
      Path there = directory.toAbsolutePath().normalize();
      while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
        there = requireNonNull(there.getParent());
      }
      if (!Files.isDirectory(there)) {
        return unusable(there + " is not a directory", null);
      }
      try {
        Files.delete(Files.createTempFile(there, "weir-", null));
        return Optional.empty();
      } catch (IOException e) {
        return unusable("this process cannot write to " + there + reason(e), e);
      }
    }

    private Optional<StartFailure> unusable(String fault, @Nullable Exception cause) {
      return Optional.of(StartFailure.unusable(setting, given, fault, cause));
    }
  }

  private static String reason(IOException thrown) {
    @Nullable String reason =
        thrown instanceof FileSystemException known ? known.getReason() : thrown.getMessage();
    return reason == null || thrown instanceof AccessDeniedException ? "" : ": " + reason;
  }
}
