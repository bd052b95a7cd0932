// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.weir.examples.WordCountResults;
import dev.weir.model.FlinkSeries;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of an embedded Flink when it is closed: its log. */
@ParameterizedClass
@MethodSource("dev.weir.embedded.TriedSeries#all")
class EmbeddedFlinkCloseIT {

  private final FlinkSeries series;

  @TempDir private Path directory;

  EmbeddedFlinkCloseIT(FlinkSeries series) {
    this.series = series;
  }

  @Test
  void closingGivesBackThreadsFilesAndStreams() throws Exception {
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    EmbeddedFlink flink = EmbeddedFlink.start(series, options(Map.of()));
    RestClient rest = new RestClient(flink.address());
    String jar = rest.upload(examples());
    String finished = rest.run(jar, "dev.weir.examples.WordCount");
    rest.awaitState(finished, "FINISHED");
    String running = rest.run(jar, "dev.weir.examples.CheckpointedStream");
    rest.awaitState(running, "RUNNING");

    flink.close();
    flink.close();

    assertThat(System.out).isSameAs(outBefore);
    assertThat(System.err).isSameAs(errBefore);
    assertThat(entries(directory)).contains("log").doesNotContain("flink", "lock");
    // The last of them end by themselves, a moment after they have nothing more to do.
    await().atMost(Duration.ofSeconds(30)).until(() -> threadsOfFlink().isEmpty());
  }

  @Test
  void closingLetsItsClassesBeCollected() throws Exception {
    EmbeddedFlink flink = EmbeddedFlink.start(series, options(Map.of()));
    WeakReference<EngineClassLoader> classes =
        Thread.getAllStackTraces().keySet().stream()
            .map(EngineThreads::engineOf)
            .filter(Objects::nonNull)
            .map(WeakReference::new)
            .findAny()
            .orElseThrow();
    RestClient rest = new RestClient(flink.address());
    rest.awaitState(rest.run(rest.upload(examples()), "dev.weir.examples.WordCount"), "FINISHED");

    flink.close();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              System.gc();
              return classes.get() == null;
            });
  }

  @Test
  void directoriesThatWereGivenAreNotRemoved() throws Exception {
    Path given = Files.createDirectories(directory.resolve("given"));
    EmbeddedFlink flink =
        EmbeddedFlink.start(
            series,
            options(
                Map.of(
                    "io.tmp.dirs", given.resolve("tmp").toString(),
                    "web.upload.dir", given.resolve("upload").toString(),
                    "state.savepoints.dir", given.resolve("savepoints").toUri().toString())));
    RestClient rest = new RestClient(flink.address());
    rest.upload(examples());
    assertThat(rest.text("/jobmanager/config")).doesNotContain("execution.checkpointing.savepoint");

    flink.close();

    assertThat(entries(given)).contains("tmp", "upload");
  }

  @Test
  void aSecondOneInTheSameWorkDirectoryIsRefused() throws Exception {
    try (EmbeddedFlink flink = EmbeddedFlink.start(series, options(Map.of()))) {
      assertThat(flink.taskManagers()).isEqualTo(2);
      assertThatExceptionOfType(EmbeddedFlinkException.class)
          .isThrownBy(() -> EmbeddedFlink.start(series, options(Map.of())))
          .withMessage("The work directory %s is in use by another embedded Flink", directory);
    }
  }

  @Test
  void aBadValueStopsTheStartAndLeavesNothing() {
    assertThatExceptionOfType(EmbeddedFlinkException.class)
        .isThrownBy(
            () ->
                EmbeddedFlink.start(
                    series, options(Map.of("taskmanager.memory.managed.size", "plenty"))))
        .withMessage(
            "The embedded Flink did not start in %s: Could not parse value 'plenty' for key"
                + " 'taskmanager.memory.managed.size': text does not start with a number",
            directory);
    assertThat(directory.resolve("flink")).doesNotExist();
    // The last of them end by themselves, a moment after they have nothing more to do.
    await().atMost(Duration.ofSeconds(30)).until(() -> threadsOfFlink().isEmpty());
  }

  @Test
  void aSignalStopsItFromAShutdownHookWithoutAWordOnTheConsole() throws Exception {
    Path console = directory.resolve("console");
    Process process = startProcess(console);
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.readString(console, UTF_8).contains("READY") || !process.isAlive());
      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(console, UTF_8).lines())
          .filteredOn(line -> !line.startsWith("WARNING: "))
          .containsExactly("READY", "CLOSED");
      assertThat(directory.resolve("work/flink")).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  private Process startProcess(Path console) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    OpenPackages.NEEDED.forEach(
        name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ShutdownHookMain.class.getName());
    command.add(series.name());
    command.add(directory.resolve("work").toString());
    command.add(examples().toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(console.toFile())
        .start();
  }

  /** Without those of a job: its source's rate limiter has a thread that Flink never ends. */
  private static List<Thread> threadsOfFlink() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> EngineThreads.engineOf(thread) != null)
        .filter(thread -> !EngineThreads.isOfTask(thread))
        .toList();
  }

  private EmbeddedFlinkOptions options(Map<String, String> configuration) {
    return new EmbeddedFlinkOptions(directory, 2, 2, configuration, Duration.ofSeconds(20));
  }

  private static Path examples() {
    return Path.of(
        WordCountResults.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static List<String> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
