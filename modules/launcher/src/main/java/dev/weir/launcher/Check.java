// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.flink.Futures;
import dev.weir.http.Connecting;
import dev.weir.http.tls.TlsEngines;
import dev.weir.server.Directories;
import dev.weir.server.OwnAuthentication;
import dev.weir.server.StartFailure;
import dev.weir.server.WatchedClusters;
import dev.weir.server.settings.Exposure;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.sources.SettingsException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Checks settings without starting a server.
 *
 * @param problems faults that prevent a start, one sentence each
 * @param remarks other findings, such as clusters that do not answer or a port in use
 */
public record Check(List<String> problems, List<String> remarks) {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Copies the sentences. */
  public Check {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads the files of the settings, tries their directories, and connects to the addresses of all
   * clusters in parallel.
   */
  public static Check of(Settings settings) {
    List<String> problems = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    try {
      remarks.addAll(Exposure.of(settings));
    } catch (SettingsException e) {
      problems.add(e.getMessage());
    }
    try {
      if (settings.server().tls().isPresent()) {
        TlsEngines.requireUsable(settings.server().tls().get());
      }
    } catch (StartFailure e) {
      problems.add(e.located(settings).getMessage());
    }
    problems.addAll(OwnAuthentication.problems(settings));
    problems.addAll(WatchedClusters.problems(settings));
    problems.addAll(Directories.problems(settings));
    remarks.addAll(settings.remarks());
    Settings.Server server = settings.server();
    try {
      StandaloneServer.requireFree(server);
    } catch (StartFailure e) {
      // A running server with the previous settings may hold the port.
      boolean taken = Connecting.fault(server.bind(), server.port(), PATIENCE).isEmpty();
      (taken ? remarks : problems).add(e.getMessage());
    }
    remarks.addAll(clusters(settings.clusters()));
    return new Check(problems, remarks);
  }

  /** A line for each cluster, in the order of the settings. */
  private static List<String> clusters(List<Settings.Cluster> clusters) {
    // One thread per address: host name lookups have no deadline.
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "weir-check");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<CompletableFuture<String>> lines =
          clusters.stream().map(cluster -> line(cluster, threads)).toList();
      return Futures.all(lines).join();
    } finally {
      threads.shutdownNow();
    }
  }

  private static CompletableFuture<String> line(Settings.Cluster cluster, ExecutorService threads) {
    String name = "Cluster " + cluster.name();
    if (cluster.embedded()) {
      return CompletableFuture.completedFuture(
          name + " is the embedded Flink, which the check does not start.");
    }
    if (cluster.zooKeeper().isPresent()) {
      return CompletableFuture.completedFuture(
          name + " is looked up in ZooKeeper, which the check does not contact.");
    }
    List<CompletableFuture<String>> addresses =
        cluster.addresses().stream().map(address -> tried(address, threads)).toList();
    return Futures.all(addresses).thenApply(all -> name + ": " + String.join("; ", all) + ".");
  }

  private static CompletableFuture<String> tried(URI address, ExecutorService threads) {
    String place = address.getHost() + ":" + port(address);
    return CompletableFuture.supplyAsync(
            () ->
                Connecting.fault(address.getHost(), port(address), PATIENCE)
                    .map(fault -> place + " is not reachable, " + fault)
                    .orElse(place + " is reachable"),
            threads)
        .completeOnTimeout(
            place + " is not reachable, no answer within " + PATIENCE.toSeconds() + " s",
            PATIENCE.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private static int port(URI address) {
    int byScheme = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    return address.getPort() < 0 ? byScheme : address.getPort();
  }
}
