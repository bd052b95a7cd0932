// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import static java.util.Objects.requireNonNull;

import dev.weir.testing.Directories;
import dev.weir.testing.Ports;
import dev.weir.testing.container.Recipe.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * A container that runs: one process with a directory of its own, which goes when it is closed. It
 * also ends with the virtual machine of the tests.
 */
public final class Container implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int TAIL_CHARACTERS = 20_000;

  private final ContainerKind kind;
  private final Path base;
  private final Path output;
  private final Instance instance;
  private final Instant startedAt;
  private final Process process;
  private final Thread hook = new Thread(this::removeAll, "end of a container");
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  Container(ContainerLaunch launch) {
    kind = launch.kind();
    Path distribution = Distribution.of(kind.coordinates());
    try {
      base = Files.createTempDirectory("container-").toRealPath();
      output = base.resolve("output.txt");
      instance = kind.recipe().prepare(distribution, base, Ports::free);
      launch.files().forEach((path, content) -> Setup.write(base.resolve(path), content));
      launch.wars().forEach(this::deploy);
      startedAt = Instant.now();
      process = start(launch);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + kind, e);
    }
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private Process start(ContainerLaunch launch) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(launch.options());
    command.addAll(instance.options());
    command.addAll(instance.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(base.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(instance.environment());
    builder.environment().putAll(launch.environment());
    return builder.start();
  }

  /** When its process was started, with everything in place. */
  public Instant startedAt() {
    return startedAt;
  }

  /** What it is. */
  public ContainerKind kind() {
    return kind;
  }

  /** Where it listens, with a slash at the end. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + instance.port() + "/");
  }

  /** The directory that is all its own. */
  public Path base() {
    return base;
  }

  /** The process id of its virtual machine. */
  public long pid() {
    return process.pid();
  }

  /** Drops a WAR into the directory that it watches, as {@code <name>.war}. */
  public void deploy(String name, Path war) {
    Path target = instance.deployments().resolve(name + ".war");
    try {
      // Complete from the moment that it is there.
      Path beside = Files.copy(war, base.resolve(name + ".part"));
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until an address answers in a way.
   *
   * @param path below {@link #uri()}
   * @throws IllegalStateException with its logs if it ends before that, or takes too long
   */
  public void await(String path, Predicate<HttpResponse<String>> ready) {
    try {
      Awaitility.await(kind + " answers at " + path)
          .atMost(DEADLINE)
          .pollDelay(Duration.ZERO)
          .pollInterval(PAUSE)
          .failFast("the process has ended", () -> !process.isAlive())
          .until(() -> answers(path, ready));
    } catch (ConditionTimeoutException | TerminalFailureException e) {
      throw new IllegalStateException(e.getMessage() + "\n" + logs(TAIL_CHARACTERS), e);
    }
  }

  private boolean answers(String path, Predicate<HttpResponse<String>> ready) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri() + path)).timeout(PATIENCE).build();
    try {
      return ready.test(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a container started", e);
    }
  }

  /** All that it has printed, and the logs that it keeps in files. */
  public String logs() {
    return logs(Integer.MAX_VALUE);
  }

  /** The same, but of each no more than the end. */
  private String logs(int characters) {
    StringBuilder logs = new StringBuilder(kind.toString());
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : files.filter(Container::isLog).sorted().toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        logs.append("\n--- ").append(base.relativize(file)).append('\n');
        logs.append(text.substring(Math.max(0, text.length() - characters)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return logs.toString();
  }

  private static boolean isLog(Path file) {
    String name = requireNonNull(file.getFileName()).toString();
    return Files.isRegularFile(file) && (name.endsWith(".log") || name.equals("output.txt"));
  }

  /** Ends it and removes its directory. */
  @Override
  public void close() {
    removeAll();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void removeAll() {
    // Some containers start another process that is the real one.
    List<ProcessHandle> descendants = process.descendants().toList();
    descendants.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      descendants.forEach(child -> child.onExit().join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Directories.delete(base);
  }
}
