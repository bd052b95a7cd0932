// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How to start a {@link WeirProcess}: arguments, options of the virtual machine, environment. */
public final class WeirLaunch {
  private final List<String> jvmOptions = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable Path jar;
  private @Nullable Path script;
  private boolean anyPort = true;

  WeirLaunch() {}

  /** Adds options of the virtual machine, such as {@code -Xmx512m}. */
  public WeirLaunch jvmOptions(String... options) {
    jvmOptions.addAll(List.of(options));
    return this;
  }

  /** Adds command-line arguments. */
  public WeirLaunch arguments(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  /** Sets an environment variable. */
  public WeirLaunch environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Starts another copy of the jar. */
  public WeirLaunch jar(Path copy) {
    jar = copy;
    return this;
  }

  /** Starts by the script that lies beside the jar; options of the virtual machine go to it. */
  public WeirLaunch byScript() {
    script = BuiltJars.weir().resolveSibling("weir");
    return this;
  }

  /** Leaves the port to the arguments; otherwise {@code --port 0} is the first of them. */
  public WeirLaunch portAsConfigured() {
    anyPort = false;
    return this;
  }

  /**
   * Starts the process and returns at once.
   *
   * @throws IllegalStateException if the system property {@code weir.jar} does not name a file
   */
  public WeirProcess start() {
    List<String> command = script == null ? java() : new ArrayList<>(List.of(script.toString()));
    if (anyPort) {
      command.addAll(List.of("--port", "0"));
    }
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (script != null) {
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("JAVA_OPTS", String.join(" ", jvmOptions));
    }
    builder.environment().putAll(environment);
    try {
      // A directory of its own, so that whatever the server leaves behind is seen and not in the
      // way.
      builder.directory(Files.createTempDirectory("weir-process").toFile());
      return new WeirProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command, e);
    }
  }

  private List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-jar");
    command.add((jar == null ? BuiltJars.weir() : jar).toString());
    return command;
  }
}
