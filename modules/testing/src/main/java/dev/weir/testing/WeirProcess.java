// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The runnable jar as a process of its own, as a user starts it.
 *
 * <p>Its output (standard and error as one) is read all the time and kept for failure messages.
 */
public final class WeirProcess implements AutoCloseable {
  /** The line of the start report that says where the server listens. */
  private static final Pattern ADDRESS =
      Pattern.compile("Listening on\\s+(https?://[^\\s/]+:\\d+)");

  private static final Duration START_DEADLINE = Duration.ofMinutes(2);
  private static final Duration STOP_DEADLINE = Duration.ofMinutes(1);

  private final Process process;
  private final Queue<String> output = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<URI> address = new CompletableFuture<>();
  private final Thread reader;

  WeirProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "output of process " + process.pid());
    this.reader.setDaemon(true);
    this.reader.start();
  }

  /** A start of the jar that the system property {@code weir.jar} names, on a free port. */
  public static WeirLaunch launch() {
    return new WeirLaunch();
  }

  /**
   * Waits until the server has said where it listens: its address with a slash at the end.
   *
   * @throws IllegalStateException with the output if it ends or stays silent instead
   */
  public URI baseUri() {
    try {
      return address.get(START_DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          Objects.requireNonNullElse(e.getCause(), e).getMessage() + report(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("No address after " + START_DEADLINE + report(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the server started", e);
    }
  }

  /** All that the process has written so far. */
  public String output() {
    return String.join("\n", output);
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether the process runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Asks the process to end, as SIGTERM does, and returns without waiting. */
  public void terminate() {
    askToEnd();
  }

  /**
   * Waits for the end of the process and of its output.
   *
   * @return the exit code
   * @throws IllegalStateException with the output if it does not end within the deadline
   */
  public int awaitExit(Duration deadline) {
    try {
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Still running after " + deadline + report());
      }
      reader.join(deadline.toMillis());
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the server stopped", e);
    }
  }

  /**
   * Stops the server as SIGTERM does.
   *
   * @return the exit code
   * @throws IllegalStateException with the output if it had to be killed
   */
  public int stop() {
    askToEnd();
    try {
      return awaitExit(STOP_DEADLINE);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Stops the server. */
  @Override
  public void close() {
    stop();
  }

  /** Not by the process itself, which would close the output of its end. */
  private void askToEnd() {
    process.toHandle().destroy();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        Matcher found = ADDRESS.matcher(line);
        if (!address.isDone() && found.find()) {
          address.complete(URI.create(found.group(1) + "/"));
        }
      }
      address.completeExceptionally(new IllegalStateException("The process ended"));
    } catch (IOException e) {
      address.completeExceptionally(new UncheckedIOException(e));
    }
  }

  private String report() {
    return ". Its output:\n" + output();
  }
}
