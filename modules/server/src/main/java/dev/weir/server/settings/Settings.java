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
 * The settings of one server, checked.
 *
 * @param values what every setting has, for what one consumer takes as it is
 * @param server where and how it listens
 * @param clusters the clusters to watch, the default one first; at least one
 * @param embedded the embedded Flink; it does not count where no cluster is it
 * @param submission jars and jobs of clients
 * @param classic how answers are worded for clients of Flink 1.3
 * @param security who is asked who they are, and may do what
 * @param audit where it is written down who has changed what
 * @param workDir the directory for working files; empty for a temporary one, removed at the end
 * @param shutdownTimeout how long the end may take
 * @param log the server's own log
 * @param flinkConfiguration all of Flink's keys of the configuration file, those too that also give
 *     one of our settings; empty without a file
 * @param given the settings that are not left at their defaults, for the log
 * @param remarks sentences that the user should read at the start
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
      HttpLimits limits) {
    /** Begins to make one, each component by its name. */
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
       * Makes it.
       *
       * @throws NullPointerException if something is missing
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

  /** The value of a setting, empty where nothing gives it and it has no default. */
  public <T> Optional<T> optional(Setting<T> setting) {
    return values.optional(setting);
  }

  /** The keys that are given and have no effect where a container serves HTTP. */
  public List<String> unusedInContainer() {
    return given.stream()
        .map(GivenSetting::key)
        .filter(key -> SettingKeys.find(key).filter(setting -> !setting.inContainer()).isPresent())
        .toList();
  }

  /** Where the value of a setting is from; empty where it is left at its default. */
  public Optional<String> origin(String key) {
    return given.stream()
        .filter(one -> one.key().equals(key))
        .map(GivenSetting::origin)
        .findFirst();
  }
}
