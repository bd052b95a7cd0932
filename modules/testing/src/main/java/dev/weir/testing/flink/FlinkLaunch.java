// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static java.util.Objects.requireNonNull;

import dev.weir.testing.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How to start a {@link FlinkCluster}. */
public final class FlinkLaunch {
  private final FlinkVersion version;
  private final Map<String, String> configuration = new LinkedHashMap<>();
  private final List<String> artifacts = new ArrayList<>();
  private final List<Path> jars = new ArrayList<>();
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
