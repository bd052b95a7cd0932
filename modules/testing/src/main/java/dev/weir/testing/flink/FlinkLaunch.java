// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static java.util.Objects.requireNonNull;

import dev.weir.testing.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How to start a {@link FlinkCluster}. */
public final class FlinkLaunch {
  private final FlinkVersion version;
  private final Map<String, String> configuration = new LinkedHashMap<>();
  private final List<String> artifacts = new ArrayList<>();
  private final List<Path> jars = new ArrayList<>();
  private final Map<String, List<Path>> plugins = new LinkedHashMap<>();
  private final List<String> jobManagerJvm = new ArrayList<>();
  private final Map<String, IntFunction<String>> jobManagerKeys = new LinkedHashMap<>();
  private @Nullable String application;
  private int taskManagers = 1;
  private int slots = 4;
  private int jobManagers = 1;
  private boolean highlyAvailable;
  private int restPort;

  FlinkLaunch(FlinkVersion version) {
    this.version = requireNonNull(version);
  }

  /** How many TaskManagers to start with; 1 unless given, and more can be added later. */
  public FlinkLaunch taskManagers(int number) {
    taskManagers = number;
    return this;
  }

  /** The slots of each TaskManager; 4 unless given. */
  public FlinkLaunch slots(int number) {
    slots = number;
    return this;
  }

  /** Adds keys to Flink's configuration, for all processes; they go before the fixture's own. */
  public FlinkLaunch configuration(Map<String, String> more) {
    configuration.putAll(more);
    return this;
  }

  /** Adds artifacts of the same Flink to its class path, such as {@code flink-connector-files}. */
  public FlinkLaunch artifacts(String... more) {
    artifacts.addAll(List.of(more));
    return this;
  }

  /** Adds jars to its class path, as if they were in {@code lib/}. */
  public FlinkLaunch jars(Path... more) {
    jars.addAll(List.of(more));
    return this;
  }

  /** Adds a plugin, as {@code plugins/<name>/}. */
  public FlinkLaunch plugin(String name, Path... jars) {
    plugins.put(name, List.of(jars));
    return this;
  }

  /**
   * Adds options of the virtual machine of each JobManager.
   *
   * @param more such as {@code -Xmx256m}; the last one of a kind counts
   */
  public FlinkLaunch jobManagerJvm(String... more) {
    jobManagerJvm.addAll(List.of(more));
    return this;
  }

  /**
   * Adds a key of each JobManager's own, as {@code -D}.
   *
   * @param value by the port of the JobManager's REST API
   */
  public FlinkLaunch jobManagerKey(String key, IntFunction<String> value) {
    jobManagerKeys.put(key, value);
    return this;
  }

  /** Runs one job in the JobManager itself, in application mode; its class is in {@link #jars}. */
  public FlinkLaunch application(String mainClass) {
    application = mainClass;
    return this;
  }

  /** The REST port of the first JobManager; a free one unless given. */
  public FlinkLaunch restPort(int port) {
    restPort = port;
    return this;
  }

  /** Starts so many JobManagers that elect their leader by a ZooKeeper, which is started too. */
  public FlinkLaunch highlyAvailable(int number) {
    highlyAvailable = true;
    jobManagers = number;
    return this;
  }

  /**
   * Starts everything and waits until all TaskManagers and their slots are there.
   *
   * @throws IllegalStateException with the ends of the logs if that does not happen in time, in
   *     which case nothing is left behind
   */
  public FlinkCluster start() {
    return FlinkCluster.start(this);
  }

  FlinkVersion version() {
    return version;
  }

  Map<String, String> configuration() {
    return Map.copyOf(configuration);
  }

  List<String> artifacts() {
    return List.copyOf(artifacts);
  }

  List<Path> jars() {
    return List.copyOf(jars);
  }

  Map<String, List<Path>> plugins() {
    return Map.copyOf(plugins);
  }

  List<String> jobManagerJvm() {
    return List.copyOf(jobManagerJvm);
  }

  /** The keys of one JobManager, as arguments. */
  List<String> jobManagerArguments(int restPort) {
    List<String> arguments = new ArrayList<>();
    jobManagerKeys.forEach(
        (key, value) -> arguments.addAll(List.of("-D", key + "=" + value.apply(restPort))));
    return arguments;
  }

  Optional<String> application() {
    return Optional.ofNullable(application);
  }

  int taskManagers() {
    return taskManagers;
  }

  int slots() {
    return slots;
  }

  int jobManagers() {
    return jobManagers;
  }

  boolean highlyAvailable() {
    return highlyAvailable;
  }

  int restPort() {
    return restPort == 0 ? Ports.free() : restPort;
  }
}
