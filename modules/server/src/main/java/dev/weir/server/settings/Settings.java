// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static java.util.Objects.requireNonNull;

import dev.weir.flink.zookeeper.ZooKeeperOptions;
import dev.weir.model.FlinkSeries;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.jars.UploadLimits;
import dev.weir.resources.style.ClassicStyle;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import dev.weir.server.settings.sources.GivenSetting;
import dev.weir.server.settings.sources.SettingValues;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The validated settings of one server.
 *
 * @param values the values of all settings, for consumers of single ones
 * @param server the listener
 * @param clusters the clusters to watch, the default one first; at least one
 * @param embedded the embedded Flink; unused if no cluster is embedded
 * @param submission jars and jobs of clients
 * @param classic the form of answers for clients of Flink 1.3
 * @param security who authenticates callers, and what callers may do
 * @param audit the audit log
 * @param workDir the directory for working files; empty for a temporary one, removed at the end
 * @param shutdownTimeout how long the shutdown may take
 * @param log the server's own log
 * @param flinkConfiguration all Flink keys of the configuration file, including those that also
 *     give a Weir setting; empty without a file
 * @param given the settings that are not left at their defaults, for the log
 * @param remarks sentences for the user, shown at the start
 */
public record Settings(
    SettingValues values,
    Server server,
    List<Cluster> clusters,
    Embedded embedded,
    Submission submission,
    ClassicStyle classic,
    SecuritySettings security,
    Audit audit,
    Optional<Path> workDir,
    Duration shutdownTimeout,
    LogSettings log,
    Map<String, String> flinkConfiguration,
    List<GivenSetting> given,
    List<String> remarks) {

  /**
   * The listener of the server.
   *
   * @param port the TCP port; 0 for any free one
   * @param bind a host name or an address; an IPv6 address has no brackets
   * @param allowOrigins the origins whose pages may use the API, or {@code *}; empty for none
   * @param maxHeaderBytes maximum size of the request line and all headers, in bytes
   * @param workers the number of threads for blocking work
   * @param idleTimeout how long a connection may be idle
   * @param trustedProxies addresses and ranges of proxies that are trusted to forward the client's
   *     address
   * @param tls empty for plain HTTP
   * @param hosts further host names that the server accepts, or {@code *}
   * @param limits limits on what a client may use
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
      HttpLimits limits) {
    /** A builder that takes each component by its name. */
    static Builder builder() {
      return new Builder();
    }

    /** Takes the components by their names. */
    static final class Builder {
      private int port;
      private @Nullable String bind;
      private @Nullable List<String> allowOrigins;
      private int maxHeaderBytes;
      private int workers;
      private @Nullable Duration idleTimeout;
      private @Nullable List<String> trustedProxies;
      private Optional<ServerTls> tls = Optional.empty();
      private @Nullable List<String> hosts;
      private @Nullable HttpLimits limits;

      private Builder() {}

      Builder port(int value) {
        port = value;
        return this;
      }

      Builder bind(String value) {
        bind = value;
        return this;
      }

      Builder allowOrigins(List<String> value) {
        allowOrigins = value;
        return this;
      }

      Builder maxHeaderBytes(int value) {
        maxHeaderBytes = value;
        return this;
      }

      Builder workers(int value) {
        workers = value;
        return this;
      }

      Builder idleTimeout(Duration value) {
        idleTimeout = value;
        return this;
      }

      Builder trustedProxies(List<String> value) {
        trustedProxies = value;
        return this;
      }

      Builder tls(Optional<ServerTls> value) {
        tls = value;
        return this;
      }

      Builder hosts(List<String> value) {
        hosts = value;
        return this;
      }

      Builder limits(HttpLimits value) {
        limits = value;
        return this;
      }

      /**
       * Builds the listener's settings.
       *
       * @throws NullPointerException if a required component is missing
       */
      Server build() {
        return new Server(
            port,
            requireNonNull(bind, "bind"),
            requireNonNull(allowOrigins, "allowOrigins"),
            maxHeaderBytes,
            workers,
            requireNonNull(idleTimeout, "idleTimeout"),
            requireNonNull(trustedProxies, "trustedProxies"),
            tls,
            requireNonNull(hosts, "hosts"),
            requireNonNull(limits, "limits"));
      }
    }
  }

  /**
   * The audit log.
   *
   * @param file the current file; empty for the server's log
   * @param rolling when the file is rolled
   * @param denialsPerMinute maximum number of denied requests that are logged per minute
   */
  public record Audit(Optional<Path> file, LogSettings.Rolling rolling, int denialsPerMinute) {}

  /**
   * One cluster.
   *
   * @param name the name of the cluster
   * @param addresses the addresses of its JobManagers; empty if ZooKeeper knows them, or the
   *     cluster is embedded
   * @param zooKeeper where to look up its leader; empty if ZooKeeper is not used
   * @param embedded whether the cluster is the Flink of this process: the embedded one, or the
   *     JobManager that the server runs in
   * @param headers headers of every request to the cluster, including credentials
   * @param tls certificates for connections to the cluster; empty for those that Java trusts
   * @param hosts host names of this server that lead to the cluster, in lower case
   */
  public record Cluster(
      ClusterName name,
      List<URI> addresses,
      Optional<ZooKeeperOptions> zooKeeper,
      boolean embedded,
      Map<String, String> headers,
      Optional<Tls> tls,
      List<String> hosts) {}

  /**
   * Stores of certificates.
   *
   * @param trustStore the trusted certificates; empty for Java's own
   * @param trustStorePassword the password of the trust store
   * @param keyStore the client certificate of this server; empty for none
   * @param keyStorePassword the password of the key store
   * @param keyPassword the password of the key in the key store; empty if it is the same
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
   * @param flink the Flink series
   * @param taskManagers the number of TaskManagers
   * @param slots the number of slots of each TaskManager
   * @param history how many ended jobs Flink keeps
   * @param demo whether the example jobs run
   * @param uploadDir the directory for jars; empty for one that is removed with the server
   */
  public record Embedded(
      FlinkSeries flink,
      int taskManagers,
      int slots,
      int history,
      boolean demo,
      Optional<Path> uploadDir) {}

  /**
   * Jars and jobs of clients.
   *
   * @param enabled whether clients may upload jars and submit jobs
   * @param uploadDir the directory for jars; empty for one that is removed with the server
   * @param limits the limits of an upload
   * @param maxStoredBytes maximum size of all jars that are kept for one cluster, in bytes
   */
  public record Submission(
      boolean enabled, Optional<Path> uploadDir, UploadLimits limits, long maxStoredBytes) {}

  /** Copies the collections, and rejects nulls. */
  public Settings {
    requireNonNull(values, "values");
    requireNonNull(server, "server");
    clusters = List.copyOf(clusters);
    requireNonNull(embedded, "embedded");
    requireNonNull(submission, "submission");
    requireNonNull(classic, "classic");
    requireNonNull(audit, "audit");
    requireNonNull(security, "security");
    requireNonNull(workDir, "workDir");
    requireNonNull(shutdownTimeout, "shutdownTimeout");
    requireNonNull(log, "log");
    flinkConfiguration = Collections.unmodifiableMap(new LinkedHashMap<>(flinkConfiguration));
    given = List.copyOf(given);
    remarks = List.copyOf(remarks);
  }

  /** The value of a setting that has a default. */
  public <T> T value(Setting<T> setting) {
    return values.value(setting);
  }

  /** The value of a setting; empty if it has neither a value nor a default. */
  public <T> Optional<T> optional(Setting<T> setting) {
    return values.optional(setting);
  }

  /** The keys that are given but have no effect if a container serves HTTP. */
  public List<String> unusedInContainer() {
    return given.stream()
        .map(GivenSetting::key)
        .filter(key -> SettingKeys.find(key).filter(setting -> !setting.inContainer()).isPresent())
        .toList();
  }

  /** Where the value of a setting comes from; empty if the setting is left at its default. */
  public Optional<String> origin(String key) {
    return given.stream()
        .filter(one -> one.key().equals(key))
        .map(GivenSetting::origin)
        .findFirst();
  }
}
