// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Ports;
import dev.weir.testing.flink.Commands.TaskManagerMemory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;

/**
 * A session cluster of a given Flink as a user has it: each JobManager, each TaskManager and the
 * ZooKeeper of a highly available one is a process of its own on this machine.
 *
 * <p>Its jars come from Maven Central by way of the local repository. Everything it writes is in
 * one temporary directory, which goes when it is closed; its processes also end with the virtual
 * machine of the tests.
 */
public final class FlinkCluster implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String GRANTED = "was granted leadership with leaderSessionID";
  private static final String REVOKED = "lost leadership";

  private final FlinkLaunch launch;
  private final ClusterDirectory directory;
  private final Commands commands;
  private final List<URI> restAddresses = new ArrayList<>();
  private final List<FlinkProcess> jobManagers = new ArrayList<>();
  private final List<FlinkProcess> taskManagers = new CopyOnWriteArrayList<>();
  private final Thread hook = new Thread(this::removeAll, "end of a Flink cluster");
  private final TaskManagerMemory memory;
  private @Nullable FlinkProcess zooKeeper;
  private @Nullable String quorum;

  private FlinkCluster(FlinkLaunch launch) {
    this.launch = requireNonNull(launch);
    List<Path> jars = new ArrayList<>(FlinkJars.of(launch.version(), launch.artifacts()));
    jars.addAll(launch.jars());
    this.directory = ClusterDirectory.create(launch.version());
    Runtime.getRuntime().addShutdownHook(hook);
    launch.plugins().forEach(directory::addPlugin);
    this.commands = new Commands(directory, jars);
    try {
      int zooKeeperPort = launch.highlyAvailable() ? startZooKeeper() : 0;
      ClusterConfiguration.write(launch, directory, Ports.free(), zooKeeperPort);
      for (int i = 0; i < launch.jobManagers(); i++) {
        startJobManager(i == 0 ? launch.restPort() : Ports.free());
      }
      this.memory = commands.taskManagerMemory();
      for (int i = 0; i < launch.taskManagers(); i++) {
        startTaskManager();
      }
      await("the cluster is ready", processes().toList(), this::isReady);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** A cluster of a version as Maven Central has it, such as {@code 1.20.4}. */
  public static FlinkLaunch of(String version) {
    return new FlinkLaunch(new FlinkVersion(version));
  }

  static FlinkCluster start(FlinkLaunch launch) {
    return new FlinkCluster(launch);
  }

  /** Its version. */
  public FlinkVersion version() {
    return launch.version();
  }

  /** The REST address of the first JobManager, which is the only one unless highly available. */
  public URI restAddress() {
    return restAddresses.get(0);
  }

  /** Cancels the jobs that have not ended, and waits until they have. */
  public void cancelJobs() {
    RestProbe.cancelJobs(restAddress());
    await(
        "no job runs",
        () ->
            RestProbe.overview(restAddress())
                .filter(overview -> overview.path("jobs-running").asInt() == 0)
                .isPresent());
  }

  /** The REST addresses of the JobManagers, in their order, whether they run or not. */
  public List<URI> restAddresses() {
    return List.copyOf(restAddresses);
  }

  /** The JobManagers, whether they run or not. */
  public List<FlinkProcess> jobManagers() {
    return List.copyOf(jobManagers);
  }

  /** One of the JobManagers, counted from 0. */
  public FlinkProcess jobManager(int index) {
    return jobManagers.get(index);
  }

  /** The TaskManagers, whether they run or not. */
  public List<FlinkProcess> taskManagers() {
    return List.copyOf(taskManagers);
  }

  /** One of the TaskManagers, counted from 0. */
  public FlinkProcess taskManager(int index) {
    return taskManagers.get(index);
  }

  /** The ZooKeeper of a highly available cluster. */
  public FlinkProcess zooKeeper() {
    return requireNonNull(zooKeeper, "The cluster is not highly available");
  }

  /** What clients of ZooKeeper call it, {@code host:port}. */
  public String zooKeeperQuorum() {
    return requireNonNull(quorum, "The cluster is not highly available");
  }

  /** The folder in which jobs leave their savepoints unless told otherwise. */
  public Path savepoints() {
    return directory.root().resolve("savepoints");
  }

  /** The folder for temporary files of all its processes. */
  public Path tmp() {
    return directory.tmp();
  }

  /**
   * The JobManager that was the last to become leader and is not known to be it no more; empty
   * while nobody is. One that has been stopped is the leader until another one takes over.
   */
  public Optional<FlinkProcess> leader() {
    return jobManagers.stream()
        .filter(FlinkProcess::isAlive)
        .flatMap(one -> leadership(one).stream())
        .max(Comparator.comparing(Leadership::since))
        .map(Leadership::jobManager);
  }

  /** Waits for a {@link #leader()}. */
  public FlinkProcess awaitLeader() {
    await("a leader", () -> leader().isPresent());
    return leader().orElseThrow();
  }

  /** Starts one more TaskManager and returns at once; {@link #awaitReady()} waits for it. */
  public FlinkProcess addTaskManager() {
    return startTaskManager();
  }

  /**
   * Waits until every JobManager that runs answers and knows exactly the TaskManagers that run,
   * with all their slots. None must be stopped.
   *
   * @throws IllegalStateException with the ends of the logs if that does not happen in time
   */
  public void awaitReady() {
    await("the cluster is ready", this::isReady);
  }

  /** Kills all processes and removes what they have written. */
  @Override
  public void close() {
    removeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The virtual machine ends already, and the hook with it.
    }
  }

  private int startZooKeeper() {
    int port = Ports.free();
    directory.write(
        "zoo.cfg",
        List.of(
            "tickTime=500",
            "admin.enableServer=false",
            "clientPortAddress=127.0.0.1",
            "clientPort=" + port,
            "dataDir=" + directory.root().resolve("zookeeper")));
    FlinkProcess started =
        new FlinkProcess(
            "zookeeper",
            commands.zooKeeper("zookeeper", directory.conf().resolve("zoo.cfg")),
            directory);
    zooKeeper = started;
    quorum = "127.0.0.1:" + port;
    started.start();
    return port;
  }

  private void startJobManager(int restPort) {
    String name = "jobmanager-" + jobManagers.size();
    FlinkProcess started =
        new FlinkProcess(name, commands.jobManager(name, restPort, launch), directory);
    jobManagers.add(started);
    restAddresses.add(URI.create("http://127.0.0.1:" + restPort));
    started.start();
  }

  private FlinkProcess startTaskManager() {
    String name = "taskmanager-" + taskManagers.size();
    FlinkProcess started = new FlinkProcess(name, commands.taskManager(name, memory), directory);
    taskManagers.add(started);
    started.start();
    return started;
  }

  private boolean isReady() {
    long living = taskManagers.stream().filter(FlinkProcess::isAlive).count();
    for (int i = 0; i < jobManagers.size(); i++) {
      if (jobManagers.get(i).isAlive()
          && RestProbe.overview(restAddresses.get(i))
              .filter(overview -> has(overview, living))
              .isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private boolean has(JsonNode overview, long living) {
    return overview.path("taskmanagers").asLong() == living
        && overview.path("slots-total").asLong() == living * launch.slots();
  }

  private void await(String what, Callable<Boolean> condition) {
    await(what, processes().filter(FlinkProcess::isAlive).toList(), condition);
  }

  /** Fails as soon as one of the processes that are needed for it has ended. */
  private void await(String what, List<FlinkProcess> needed, Callable<Boolean> condition) {
    try {
      Awaitility.await(what)
          .atMost(DEADLINE)
          .pollInterval(PAUSE)
          .failFast("a process has ended", () -> !areAlive(needed))
          .until(() -> condition.call() && areAlive(needed));
    } catch (ConditionTimeoutException | TerminalFailureException e) {
      throw new IllegalStateException(
          processes().map(FlinkProcess::tail).collect(Collectors.joining("\n", e + "\n", "")), e);
    }
  }

  private static boolean areAlive(List<FlinkProcess> processes) {
    return processes.stream().allMatch(FlinkProcess::isAlive);
  }

  private record Leadership(FlinkProcess jobManager, String since) {}

  private static Optional<Leadership> leadership(FlinkProcess jobManager) {
    String log = jobManager.log();
    int granted = log.lastIndexOf(GRANTED);
    if (granted < 0 || log.indexOf(REVOKED, granted) >= 0) {
      return Optional.empty();
    }
    // Lines begin with their time.
    return Optional.of(
        new Leadership(jobManager, log.substring(log.lastIndexOf('\n', granted) + 1, granted)));
  }

  private Stream<FlinkProcess> processes() {
    return Stream.concat(
        Stream.ofNullable(zooKeeper), Stream.concat(jobManagers.stream(), taskManagers.stream()));
  }

  private void removeAll() {
    processes().forEach(FlinkProcess::kill);
    directory.delete();
  }
}
