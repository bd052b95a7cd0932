// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own: its streams, its exit code, its end by a signal. */
@Timeout(120)
class LauncherProcessIT {
  @TempDir private Path dir;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void nothingIsLeftRunning() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aServerThatEndsByItselfEndsTheProcessWithZero() throws Exception {
    Process process = start("--demo");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(process.inputReader().lines().toList().toString())
        .contains("Listening on  http://127.0.0.1:8081")
        .doesNotContain("\u001b");
    assertThat(err()).hasSize(1).first().asString().endsWith("EndingProcess: closing in order");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void sigtermEndsTheServerInOrder() throws Exception {
    Process process = start("--port", "8081");
    assertThat(process.inputReader().lines().anyMatch("Press Ctrl-C to stop."::equals)).isTrue();

    process.destroy();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(err())
        .hasSize(3)
        .contains("Weir is shutting down; this takes at most 20 s.", "Weir has stopped.")
        .anySatisfy(line -> assertThat(line).endsWith("EndingProcess: closing in order"));
  }

  @Test
  void aWrongSettingEndsTheProcessWithTwoAndOneLine() throws Exception {
    Process process = start("--port", "abc");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(err())
        .containsExactly(
            "weir.port is 'abc' (--port), but must be a whole number from 0 to 65535.");
  }

  private Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(EndingProcess.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("WEIR_"));
    Process process = builder.redirectError(dir.resolve("err").toFile()).start();
    started.add(process);
    return process;
  }

  private List<String> err() throws IOException {
    return Files.readAllLines(dir.resolve("err"));
  }
}
