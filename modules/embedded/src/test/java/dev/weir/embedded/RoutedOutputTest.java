// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed goes to the file of whoever prints it. */
class RoutedOutputTest {

  @TempDir private Path directory;

  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final PrintStream outBefore = System.out;
  private final PrintStream errBefore = System.err;
  private final PrintStream consoleStream = new PrintStream(console, true, UTF_8);
  private final ThreadGroup tasks = new ThreadGroup("Flink Task Threads");

  private EngineClassLoader engine;
  private RoutedOutput output;

  @BeforeEach
  void install() throws Exception {
    System.setOut(consoleStream);
    System.setErr(consoleStream);
    engine = EngineClassLoader.over(List.of());
    output = RoutedOutput.install(engine, directory);
  }

  @AfterEach
  void restore() throws Exception {
    output.close();
    engine.close();
    System.setOut(outBefore);
    System.setErr(errBefore);
  }

  @Test
  void aTaskPrintsToTheTaskManagersFile() throws Exception {
    print("of a task", new ThreadGroup(tasks, "below"), new URLClassLoader(new URL[0], engine));

    assertThat(directory.resolve("taskmanager.out")).content().contains("of a task");
    assertThat(console.size()).isZero();
  }

  @Test
  void aTaskWithAContextClassLoaderOfItsOwnDoesSo() throws Exception {
    print("of a task", tasks, ClassLoader.getSystemClassLoader());

    assertThat(directory.resolve("taskmanager.out")).content().contains("of a task");
  }

  @Test
  void anyOtherThreadOfFlinkPrintsToTheJobManagersFile() throws Exception {
    print("of a main method", Thread.currentThread().getThreadGroup(), engine);

    assertThat(directory.resolve("jobmanager.out")).content().contains("of a main method");
    assertThat(console.size()).isZero();
  }

  @Test
  void errorsGoTheSameWay() throws Exception {
    run(() -> System.err.println("an error"), tasks, engine);

    assertThat(directory.resolve("taskmanager.out")).content().contains("an error");
  }

  @Test
  void theServerPrintsToTheConsole() {
    System.out.println("of the server: \u00fc");

    assertThat(console.toString(UTF_8)).startsWith("of the server: ");
    assertThat(directory.resolve("jobmanager.out")).isEmptyFile();
    assertThat(directory.resolve("taskmanager.out")).isEmptyFile();
  }

  @Test
  void anotherEngineIsNoneOfOurBusiness() throws Exception {
    try (EngineClassLoader other = EngineClassLoader.over(List.of())) {
      print("of another engine", tasks, other);
    }

    assertThat(console.toString(UTF_8)).contains("of another engine");
  }

  @Test
  void closingGivesTheStreamsBack() throws Exception {
    output.close();

    assertThat(System.out).isSameAs(consoleStream);
    assertThat(System.err).isSameAs(consoleStream);
  }

  @Test
  void closingLeavesAStreamThatSomebodyElseHasSet() throws Exception {
    PrintStream theirs = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    System.setOut(theirs);

    output.close();

    assertThat(System.out).isSameAs(theirs);
  }

  private static void print(String line, ThreadGroup group, ClassLoader loader) throws Exception {
    run(() -> System.out.println(line), group, loader);
  }

  private static void run(Runnable action, ThreadGroup group, ClassLoader loader)
      throws InterruptedException {
    Thread thread = new Thread(group, action);
    thread.setContextClassLoader(loader);
    thread.start();
    thread.join();
  }
}
