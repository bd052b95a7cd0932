// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The {@code flink} command of a release, started as the script of a distribution does: each call
 * is a process of its own.
 *
 * <p>All that the processes write is in one temporary directory, which goes when this is closed.
 */
public final class FlinkCommand implements AutoCloseable {
  private static final String COMMAND = "org.apache.flink.client.cli.CliFrontend";
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final ClusterDirectory directory;
  private final Commands commands;
  private final Map<String, String> environment = new HashMap<>();
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * The command of a release.
   *
   * @param configuration of Flink, all of it
   */
  public FlinkCommand(FlinkVersion version, Map<String, String> configuration) {
    directory = ClusterDirectory.create(version);
    commands = new Commands(directory, FlinkJars.of(version, List.of("flink-clients")));
    ClusterConfiguration.write(version, directory, configuration);
    environment.put("FLINK_CONF_DIR", directory.conf().toString());
  }

  /** Sets an environment variable. */
  public FlinkCommand environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Runs the command to its end. */
  public Outcome run(String... arguments) {
    return start(arguments).await();
  }

  /** Starts the command and returns at once. */
  public Call start(String... arguments) {
    return start(COMMAND, List.of(arguments));
  }

  /**
   * Runs a program that uses Flink's classes.
   *
   * @param source one file of Java
   */
  public Outcome runProgram(Path source, String... arguments) {
    return start(source.toString(), List.of(arguments)).await();
  }

  private Call start(String main, List<String> arguments) {
    String name = "client-" + calls.getAndIncrement();
    ProcessBuilder builder =
        new ProcessBuilder(commands.client(name, main, arguments))
            .redirectErrorStream(true)
            .redirectOutput(directory.out(name).toFile());
    builder.environment().putAll(environment);
    try {
      return new Call(arguments, builder.start(), directory.out(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + arguments, e);
    }
  }

  /** A command under way. */
  public static final class Call {
    private final List<String> arguments;
    private final Process process;
    private final Path output;

    private Call(List<String> arguments, Process process, Path output) {
      this.arguments = new ArrayList<>(arguments);
      this.process = process;
      this.output = output;
    }

    /** What the command has printed so far. */
    public String output() {
      try {
        return Files.readString(output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Whether the command has not ended. */
    public boolean isAlive() {
      return process.isAlive();
    }

    /**
     * Waits for the end of the command.
     *
     * @throws IllegalStateException with its output if that takes minutes
     */
    public Outcome await() {
      try {
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(arguments + " does not end. It printed:\n" + output());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted during " + arguments, e);
      }
      return new Outcome(arguments, process.exitValue(), output());
    }
  }

  /**
   * How a command has ended.
   *
   * @param arguments of the command, for failure messages
   * @param output standard output and standard error as one
   */
  public record Outcome(List<String> arguments, int exitCode, String output) {
    /** The words after a text that the command has printed, up to white space. */
    public String after(String text) {
      int at = output.indexOf(text);
      if (at < 0) {
        throw new IllegalStateException(this + " does not say " + text);
      }
      return Arrays.stream(output.substring(at + text.length()).strip().split("\\s", 2))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Removes what the processes have written. */
  @Override
  public void close() {
    directory.delete();
  }
}
