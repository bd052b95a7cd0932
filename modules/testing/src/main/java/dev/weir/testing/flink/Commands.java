// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command lines of a cluster's processes, as the scripts of a distribution put them together.
 */
final class Commands {
  private static final String PACKAGE = "org.apache.flink.runtime.";
  private static final String SESSION = "entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String APPLICATION =
      "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
  private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

  /** What a distribution's {@code env.java.opts.all} opens for Java 17. */
  private static final List<String> OPENS =
      Stream.of(
              "java.lang",
              "java.lang.reflect",
              "java.io",
              "java.net",
              "java.nio",
              "java.text",
              "java.time",
              "java.util",
              "java.util.concurrent",
              "java.util.concurrent.atomic",
              "java.util.concurrent.locks",
              "sun.nio.ch",
              "sun.net.util")
          .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
          .toList();

  private final ClusterDirectory directory;
  private final String classPath;

  Commands(ClusterDirectory directory, List<Path> jars) {
    this.directory = requireNonNull(directory);
    this.classPath =
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  List<String> zooKeeper(String name, Path configuration) {
    return java(
        name,
        List.of("-Xmx128m"),
        PACKAGE + "zookeeper.FlinkZooKeeperQuorumPeer",
        List.of("--zkConfigFile", configuration.toString(), "--peerId", "1"));
  }

  /** A JobManager of a session cluster, or with its application. */
  List<String> jobManager(String name, int restPort, FlinkLaunch launch) {
    List<String> jvm = new ArrayList<>(List.of("-Xmx512m"));
    jvm.addAll(launch.jobManagerJvm());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--configDir",
                directory.conf().toString(),
                "-D",
                "rest.port=" + restPort,
                "-D",
                "rest.bind-port=" + restPort,
                // Each its own, as on machines of their own.
                "-D",
                "web.upload.dir=" + directory.upload(name)));
    arguments.addAll(launch.jobManagerArguments(restPort));
    launch
        .application()
        .ifPresent(mainClass -> arguments.addAll(List.of("--job-classname", mainClass)));
    return java(
        name, jvm, launch.application().isPresent() ? APPLICATION : PACKAGE + SESSION, arguments);
  }

  /**
   * A client, whose process is short.
   *
   * @param main a class, or the file of a program in Java
   */
  List<String> client(String name, String main, List<String> arguments) {
    return java(name, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"), main, arguments);
  }

  /** With the memory that Flink works out from the configuration. */
  List<String> taskManager(String name, TaskManagerMemory memory) {
    List<String> arguments = new ArrayList<>(List.of("--configDir", directory.conf().toString()));
    arguments.addAll(memory.arguments());
    return java(name, memory.jvmOptions(), PACKAGE + "taskexecutor.TaskManagerRunner", arguments);
  }

  /** How Flink divides a TaskManager's memory: options of its virtual machine, arguments. */
  record TaskManagerMemory(List<String> jvmOptions, List<String> arguments) {}

  /** Asks Flink for it, in a process of its own. */
  TaskManagerMemory taskManagerMemory() {
    List<String> command =
        java(
            "memory",
            List.of("-XX:TieredStopAtLevel=1"),
            PACKAGE + "util.bash.BashJavaUtils",
            List.of("GET_TM_RESOURCE_PARAMS", "--configDir", directory.conf().toString()));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<String> results =
          printed.lines().filter(line -> line.startsWith(RESULT)).map(Commands::result).toList();
      if (results.size() != 2) {
        throw new IllegalStateException("Flink does not say its memory:\n" + printed);
      }
      return new TaskManagerMemory(words(results.get(0)), words(results.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> java(
      String name, List<String> jvmOptions, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPENS);
    command.addAll(jvmOptions);
    command.add("-Djava.io.tmpdir=" + directory.tmp());
    command.add("-Dlog.file=" + directory.log(name));
    command.add("-Dlog4j.configurationFile=" + directory.loggingConfiguration());
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  private static String result(String line) {
    return line.substring(RESULT.length());
  }

  private static List<String> words(String line) {
    return Arrays.stream(line.split(" ", -1)).filter(word -> !word.isBlank()).toList();
  }
}
