// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flink's dashboard. Its files are opened for the first reader, and each is kept once it is read.
 */
public final class Dashboard {
  private static final String PAGE = "index.html";

  private final boolean enabled;
  private final Optional<DashboardFiles> files;
  private final Executor blocking;

  /** All files by their paths; null before the first reader. */
  private final AtomicReference<CompletableFuture<Map<String, Path>>> opened =
      new AtomicReference<>();

  /** Of no other names than the files have, so that their number is bounded. */
  private final Map<String, CompletableFuture<DashboardFile>> read = new ConcurrentHashMap<>();

  /**
   * Opens nothing yet.
   *
   * @param files empty if this server has none
   * @param blocking reads the files
   */
  public Dashboard(V1Options options, Optional<DashboardFiles> files, Executor blocking) {
    this.enabled = options.dashboard();
    this.files = files;
    this.blocking = blocking;
  }

  /** Whether this server has a dashboard. */
  public boolean isThere() {
    return enabled && files.isPresent();
  }

  /**
   * A file.
   *
   * @param path such as {@code main.js}; empty for the page
   * @return fails with a {@link ProblemException} if there is no such file
   */
  CompletableFuture<DashboardFile> file(String path) {
    String name = path.isEmpty() ? PAGE : path;
    return files()
        .thenCompose(
            all -> {
              Path file = all.get(name);
              if (file == null) {
                throw none("Flink's API has nothing at /v1/" + Printable.of(path) + ".");
              }
              return read.computeIfAbsent(
                  name, one -> CompletableFuture.supplyAsync(() -> content(one, file), blocking));
            });
  }

  private CompletableFuture<Map<String, Path>> files() {
    if (!enabled) {
      throw none("This server shows no dashboard of Flink: weir.v1.dashboard is false.");
    }
    DashboardFiles source =
        files.orElseThrow(
            () ->
                none(
                    "This server has no dashboard of Flink: its files come with the embedded Flink"
                        + " in weir.jar."));
    CompletableFuture<Map<String, Path>> known = opened.get();
    if (known != null) {
      return known;
    }
    CompletableFuture<Map<String, Path>> opening = new CompletableFuture<>();
    if (!opened.compareAndSet(null, opening)) {
      return files();
    }
    blocking.execute(() -> open(source, opening));
    return opening;
  }

  /** What fails is tried again for the next reader. */
  private void open(DashboardFiles source, CompletableFuture<Map<String, Path>> opening) {
    try {
      opening.complete(all(source.open()));
    } catch (IOException | RuntimeException e) {
      opened.set(null);
      opening.completeExceptionally(e);
    }
  }

  private static Map<String, Path> all(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> DashboardFile.isNamed(file.toString()))
          .collect(
              Collectors.toMap(
                  file -> directory.relativize(file).toString().replace('\\', '/'), file -> file));
    }
  }

  private static DashboardFile content(String name, Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      return new DashboardFile(name, name.equals(PAGE) ? withCredentials(content) : content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A browser asks for a manifest without credentials unless the page says otherwise. */
  private static byte[] withCredentials(byte[] page) {
    return new String(page, UTF_8)
        .replace("rel=\"manifest\"", "rel=\"manifest\" crossorigin=\"use-credentials\"")
        .getBytes(UTF_8);
  }

  private static ProblemException none(String sentence) {
    return new ProblemException(ProblemKind.UNKNOWN_ADDRESS, sentence);
  }
}
