// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process of a cluster, which can be killed, stopped in its tracks and started again as it was.
 *
 * <p>What it logs is in {@code log/<name>.log}, what it prints in {@code log/<name>.out}, where
 * Flink looks for both.
 */
public final class FlinkProcess {
  private static final int TAIL_BYTES = 20_000;
  private static final long DEADLINE_SECONDS = 30;

  private final String name;
  private final List<String> command;
  private final Path log;
  private final Path out;
  private final Path directory;
  private volatile @Nullable Process process;
  private volatile long logStart;

  /**
   * Makes a process that has not been started.
   *
   * @param name unique in the cluster
   * @param command the whole command line
   * @param directory of the cluster
   */
  FlinkProcess(String name, List<String> command, ClusterDirectory directory) {
    this.name = requireNonNull(name);
    this.command = List.copyOf(command);
    this.log = directory.log(name);
    this.out = directory.out(name);
    this.directory = directory.root();
  }

  /** Its name within the cluster, such as {@code taskmanager-0}. */
  public String name() {
    return name;
  }

  /** The process id; another one after a restart. */
  public long pid() {
    return running().pid();
  }

  /** Whether there is such a process, stopped or not. */
  public boolean isAlive() {
    Process current = process;
    return current != null && current.isAlive();
  }

  /** Ends it with SIGKILL, so that it can tell nobody, and waits until it is gone. */
  public void kill() {
    Process current = process;
    if (current != null) {
      current.destroyForcibly();
      await(current);
    }
  }

  /** Asks it to end, with SIGTERM, and waits until it has; fails if it takes too long. */
  public void terminate() {
    Process current = process;
    if (current != null) {
      current.destroy();
      await(current);
    }
  }

  /** Freezes it with SIGSTOP: its connections stay open and nothing answers. */
  public void stop() {
    signal("STOP");
  }

  /** Lets it go on with SIGCONT. */
  public void resume() {
    signal("CONT");
  }

  /**
   * Kills it if it runs, starts it again with the same ports and configuration, and returns at
   * once; {@link FlinkCluster#awaitReady()} waits until it takes part.
   */
  public void restart() {
    kill();
    start();
  }

  /** What it has logged since it was started last. */
  public String log() {
    try {
      return Files.exists(log) ? from(log, logStart) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The end of what it has logged and printed, for failure messages. */
  public String tail() {
    return "Log of " + name + ":\n" + tail(log) + "\nOutput of " + name + ":\n" + tail(out);
  }

  void start() {
    try {
      logStart = Files.exists(log) ? Files.size(log) : 0;
      process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name, e);
    }
  }

  private void signal(String signal) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).inheritIO().start();
      await(kill);
      if (kill.exitValue() != 0) {
        throw new IllegalStateException("Cannot send SIG" + signal + " to " + name + ". " + tail());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot send SIG" + signal + " to " + name, e);
    }
  }

  private Process running() {
    return requireNonNull(process, () -> name + " has not been started");
  }

  private static void await(Process process) {
    try {
      if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Process " + process.pid() + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a process ended", e);
    }
  }

  private static String tail(Path file) {
    try {
      return Files.exists(file) ? from(file, Math.max(0, Files.size(file) - TAIL_BYTES)) : "(none)";
    } catch (IOException e) {
      return "(cannot be read: " + e + ")";
    }
  }

  private static String from(Path file, long position) throws IOException {
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(Math.max(0, content.length() - position))];
      content.seek(position);
      content.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
