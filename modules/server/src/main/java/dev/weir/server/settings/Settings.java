// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static java.util.Objects.requireNonNull;

import dev.weir.flink.zookeeper.ZooKeeperOptions;
import dev.weir.model.FlinkSeries;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.jars.UploadLimits;
import dev.weir.resources.style.ClassicStyle;
import dev.weir.server.settings.sources.GivenSetting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one server, checked.
 *
 * @param server where and how it listens
 * @param clusters the clusters to watch, the default one first; at least one
 * @param embedded the embedded Flink; it does not count where no cluster is it
 * @param snapshots how long answers of the cluster are kept
 * @param upstream how the cluster is asked
 * @param submission jars and jobs of clients
 * @param classic how answers are worded for clients of Flink 1.3
 * @param security who is asked who they are, and may do what
 * @param savepointsRemembered how many savepoint requests can still be asked for by their number
 * @param savepointDirectories where clients may have savepoints written to; empty for anywhere
 * @param audit where it is written down who has changed what
 * @param maskedKeys regular expressions for keys that name a secret, beside those that Flink knows
 * @param workDir the directory for working files; empty for a temporary one, removed at the end
 * @param shutdownTimeout how long the end may take
 * @param log the server's own log
 * @param flinkConfiguration all of Flink's keys of the configuration file, those too that also give
 *     one of our settings; empty without a file
 * @param given the settings that are not left at their defaults, for the log
 * @param remarks sentences that the user should read at the start
 */
public record Settings(
    Server server,
    List<Cluster> clusters,
    Embedded embedded,
    Snapshots snapshots,
    Upstream upstream,
    Submission submission,
    ClassicStyle classic,
    SecuritySettings security,
    int savepointsRemembered,
    List<String> savepointDirectories,
    Audit audit,
    List<String> maskedKeys,
    Optional<Path> workDir,
    Duration shutdownTimeout,
    LogSettings log,
    Map<String, String> flinkConfiguration,
    List<GivenSetting> given,
    List<String> remarks) {

  /**
   * Where and how the server listens.
   *
   * @param port the TCP port, 0 for any free one
   * @param bind a host name or an address; an IPv6 address is without brackets
   * @param allowOrigins {@code *} or the origins whose pages may use the API; empty for none
   * @param maxHeaderBytes the largest request line and headers together, in bytes
   * @param workers the number of threads for what blocks
   * @param idleTimeout how long a connection may be idle
   * @param trustedProxies addresses and ranges of proxies whose word on the client counts
   * @param tls empty for plain HTTP
   * @param hosts further names that it may be called by, or {@code *}
   * @param limits what a client may take of it
   */
  public record Server(
      int port,
      String bind,
      List<String> allowOrigins,
      int maxHeaderBytes,
      int workers,
      Duration idleTimeout,
      List<String> trustedProxies,
      Optional<ServerTls> tls,
      List<String> hosts,
      HttpLimits limits) {}

  /**
   * Where it is written down who has changed what.
   *
   * @param file the newest file; empty for the log
   * @param rolling how it is followed by the next
   * @param denialsPerMinute how many denied requests are written down in a minute
   */
  public record Audit(Optional<Path> file, LogSettings.Rolling rolling, int denialsPerMinute) {}

  /**
   * One cluster.
   *
   * @param name its name
   * @param addresses where its JobManagers are; empty where ZooKeeper says that, or it is embedded
   * @param zooKeeper where to look up its leader; empty where the addresses are given
   * @param embedded whether it is the embedded one
   * @param headers sent with every request, those with credentials too
   * @param tls certificates to reach it with; empty for those that Java trusts
   */
  public record Cluster(
      ClusterName name,
      List<URI> addresses,
      Optional<ZooKeeperOptions> zooKeeper,
      boolean embedded,
      Map<String, String> headers,
      Optional<Tls> tls) {}

  /**
   * Stores of certificates.
   *
   * @param trustStore those that are trusted; empty for Java's own
   * @param trustStorePassword its password
   * @param keyStore our own; empty for none
   * @param keyStorePassword its password
   * @param keyPassword that of the key in it; empty for the same
   */
  public record Tls(
      Optional<Path> trustStore,
      Optional<String> trustStorePassword,
      Optional<Path> keyStore,
      Optional<String> keyStorePassword,
      Optional<String> keyPassword) {}

  /**
   * The embedded Flink.
   *
   * @param flink which one
   * @param taskManagers the number of TaskManagers
   * @param slots the number of slots of each
   * @param history how many ended jobs it keeps
   * @param demo whether it is given the example jobs
   * @param uploadDir where it keeps jars; empty for a directory that goes with the server
   */
  public record Embedded(
      FlinkSeries flink,
      int taskManagers,
      int slots,
      int history,
      boolean demo,
      Optional<Path> uploadDir) {}

  /**
   * How long answers of the cluster are kept.
   *
   * @param refreshInterval how long one is served before it is asked for again
   * @param maxStaleness the age from which on readers wait for a new one
   * @param maxUnreachable how long the last ones are served while the cluster cannot be reached
   * @param probeInterval after how long without one the cluster is asked whether it is there
   * @param maxBytes the memory that all of them may take, in bytes
   */
  public record Snapshots(
      Duration refreshInterval,
      Duration maxStaleness,
      Duration maxUnreachable,
      Duration probeInterval,
      long maxBytes) {}

  /**
   * How the cluster is asked.
   *
   * @param timeout the deadline of one read
   * @param changeTimeout the deadline of one change
   * @param runTimeout the deadline of running a program
   * @param transferTimeout the deadline of the transfer of one log
   * @param transferSilence how long nothing of a log may arrive
   * @param transfers how many logs of one cluster are sent at a time
   * @param connections how many requests at a time
   * @param maxWaiting how many requests may wait for their turn
   * @param maxAnswerBytes the largest answer that is read, in bytes
   * @param maxPendingBytes the memory for answers that are being read; empty for a part of the heap
   * @param patience how long an answer about several clusters waits for each
   */
  public record Upstream(
      Duration timeout,
      Duration changeTimeout,
      Duration runTimeout,
      Duration transferTimeout,
      Duration transferSilence,
      int transfers,
      int connections,
      int maxWaiting,
      int maxAnswerBytes,
      Optional<Long> maxPendingBytes,
      Duration patience) {}

  /**
   * Jars and jobs of clients.
   *
   * @param enabled whether any are taken
   * @param uploadDir where jars are kept; empty for a directory that goes with the server
   * @param limits what an upload may be
   * @param maxStoredBytes all jars that are kept for one cluster together, in bytes
   */
  public record Submission(
      boolean enabled, Optional<Path> uploadDir, UploadLimits limits, long maxStoredBytes) {}

  /** Copies the collections and checks that all is there. */
  public Settings {
    requireNonNull(server, "server");
    clusters = List.copyOf(clusters);
    requireNonNull(embedded, "embedded");
    requireNonNull(snapshots, "snapshots");
    requireNonNull(upstream, "upstream");
    requireNonNull(submission, "submission");
    savepointDirectories = List.copyOf(savepointDirectories);
    requireNonNull(classic, "classic");
    requireNonNull(audit, "audit");
    maskedKeys = List.copyOf(maskedKeys);
    requireNonNull(security, "security");
    requireNonNull(workDir, "workDir");
    requireNonNull(shutdownTimeout, "shutdownTimeout");
    requireNonNull(log, "log");
    flinkConfiguration = Collections.unmodifiableMap(new LinkedHashMap<>(flinkConfiguration));
    given = List.copyOf(given);
    remarks = List.copyOf(remarks);
  }

  /** Where the value of a setting is from; empty where it is left at its default. */
  public Optional<String> origin(String key) {
    return given.stream()
        .filter(one -> one.key().equals(key))
        .map(GivenSetting::origin)
        .findFirst();
  }
}
