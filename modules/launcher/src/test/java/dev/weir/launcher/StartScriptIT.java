// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.ClassicClient;
import dev.weir.testing.CountingFlink;
import dev.weir.testing.WeirLaunch;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The start script: what it keeps between starts, what it passes on, how it ends. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class StartScriptIT {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int ENDED_BY_SIGTERM = 143;

  /** Among the fields that follow a thread's name in {@code /proc/<pid>/task/<id>/stat}. */
  private static final int NICE = 16;

  @RegisterExtension private static final CountingFlink FLINK = new CountingFlink();

  @TempDir private Path directory;

  private WeirLaunch launch(Path cache) {
    return WeirProcess.launch()
        .byScript()
        .environment("WEIR_CACHE", cache.toString())
        .arguments("--cluster", FLINK.address().toString());
  }

  /** Starts, answers, and ends; what it was started with. */
  private static List<String> run(WeirLaunch launch) {
    WeirProcess weir = launch.start();
    new ClassicClient(weir.baseUri()).get("/config");
    List<String> command =
        List.of(ProcessHandle.of(weir.pid()).orElseThrow().info().arguments().orElseThrow());
    assertThat(weir.stop()).as("%s", weir.output()).isEqualTo(ENDED_BY_SIGTERM);
    assertThat(weir.output()).doesNotContain("[warning]", "VM warning");
    return command;
  }

  @Test
  void theFirstStartLeavesTheClassesOfWhichTheNextMakesUse() throws IOException {
    Path cache = directory.resolve("a cache");

    assertThat(run(launch(cache))).anyMatch(option -> option.startsWith("-XX:ArchiveClasses"));

    Path kept = only(cache);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
        .isEqualTo("rwx------");
    assertThat(run(launch(cache)))
        .contains(
            "-XX:SharedArchiveFile=" + kept, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
        .noneMatch(option -> option.startsWith("-XX:ArchiveClasses"));
    assertThat(only(cache)).isEqualTo(kept);
  }

  private static Path only(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void classesThatCannotBeUsedDoNoHarm() throws IOException {
    Path cache = directory.resolve("cache");
    run(launch(cache));
    Files.setPosixFilePermissions(only(cache), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(only(cache), "not what it was");

    assertThat(run(launch(cache))).contains("-XX:SharedArchiveFile=" + only(cache));
  }

  @Test
  void itKeepsNothingWhereItIsTurnedOff() throws IOException {
    WeirLaunch launch = launch(Path.of("off")).environment("HOME", directory.toString());

    assertThat(run(launch)).noneMatch(option -> option.contains("Archive"));
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatIsNoServerLeavesNothing() throws IOException {
    WeirProcess weir = launch(directory).portAsConfigured().arguments("--version").start();

    assertThat(weir.awaitExit(DEADLINE)).as("%s", weir.output()).isZero();
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void anotherCollectorIsTaken() {
    assertThat(run(launch(Path.of("off")).jvmOptions("-Xmx200m", "-XX:+UseG1GC")))
        .containsSubsequence("-Xmx200m", "-XX:+UseG1GC", "-jar")
        .doesNotContain("-XX:+UseSerialGC");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void compilingLeavesTheProcessorToThoseWhoAsk() throws IOException {
    try (WeirProcess weir = launch(Path.of("off")).start()) {
      new ClassicClient(weir.baseUri()).get("/config");

      assertThat(niceness(weir.pid(), "C2 CompilerThre")).containsOnly(10);
      assertThat(niceness(weir.pid(), "weir-http(1)")).isNotEmpty().doesNotContain(10);
    }
  }

  /** Of the threads of a process that Linux knows by that name, of which it keeps 15 characters. */
  private static List<Integer> niceness(long pid, String thread) throws IOException {
    List<Integer> found = new ArrayList<>();
    try (DirectoryStream<Path> threads =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path each : threads) {
        String stat = stat(each);
        if (stat.contains("(" + thread)) {
          String afterName = stat.substring(stat.lastIndexOf(')') + 2);
          found.add(Integer.valueOf(afterName.split(" ", -1)[NICE]));
        }
      }
    }
    return found;
  }

  private static String stat(Path thread) throws IOException {
    try {
      return Files.readString(thread.resolve("stat"));
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  @Test
  void withoutJavaItSaysWhatToDo() {
    WeirProcess weir =
        launch(Path.of("off")).environment("JAVA_HOME", directory.toString()).start();

    assertThat(weir.awaitExit(DEADLINE)).isEqualTo(1);
    assertThat(weir.output())
        .isEqualTo(
            "There is no Java: set JAVA_HOME to one of version 17 or later, or put it on the PATH.");
  }
}
