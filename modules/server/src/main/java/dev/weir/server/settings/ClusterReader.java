// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.flink.zookeeper.ZooKeeperOptions;
import dev.weir.model.clusters.ClusterName;
import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.ServerKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.sources.ConfDir;
import dev.weir.server.settings.sources.Problems;
import dev.weir.server.settings.sources.ResolvedSettings;
import dev.weir.server.settings.sources.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the clusters from the settings. */
final class ClusterReader {
  /** The name of the embedded Flink if the user has not given it one. */
  private static final ClusterName EMBEDDED = new ClusterName("embedded");

  /** The name of the Flink whose process this is. */
  private static final ClusterName HOST = new ClusterName("flink");

  private final ResolvedSettings resolved;
  private final Map<ClusterName, List<URI>> listed;
  private final ClusterName ofThisProcess;

  private ClusterReader(ResolvedSettings resolved) throws SettingsException {
    this.resolved = resolved;
    this.listed = resolved.optional(ServerKeys.CLUSTER).orElse(Map.of());
    this.ofThisProcess = resolved.isInFlink() ? HOST : EMBEDDED;
  }

  /**
   * The clusters, the default one first; only the embedded one if none is configured. In a process
   * of Flink's, that Flink comes before all others.
   */
  static List<Settings.Cluster> of(ResolvedSettings resolved) throws SettingsException {
    return new ClusterReader(resolved).all();
  }

  private List<Settings.Cluster> all() throws SettingsException {
    Set<ClusterName> names = new LinkedHashSet<>();
    if (resolved.isInFlink()) {
      names.add(ofThisProcess);
    }
    names.addAll(listed.keySet());
    names.addAll(resolved.clusterNames(names));
    if (names.isEmpty()) {
      names.add(ofThisProcess);
    }
    Problems problems = new Problems();
    List<Settings.Cluster> clusters = new ArrayList<>();
    for (ClusterName name : names) {
      problems.attempt(() -> cluster(name)).ifPresent(clusters::add);
    }
    problems.requireNone();
    requireOneEmbedded(clusters);
    requireOwnHosts(clusters);
    requireOrder(names);
    putDefaultFirst(clusters);
    return clusters;
  }

  private Settings.Cluster cluster(ClusterName name) throws SettingsException {
    Optional<ZooKeeperOptions> zooKeeper = zooKeeper(name);
    List<URI> addresses = addresses(name, zooKeeper.isPresent());
    return new Settings.Cluster(
        name,
        addresses,
        zooKeeper,
        addresses.isEmpty() && zooKeeper.isEmpty(),
        headers(name),
        tls(name),
        resolved.optional(ClusterKeys.HOSTS.of(name)).orElse(List.of()));
  }

  private List<URI> addresses(ClusterName name, boolean zooKeeper) throws SettingsException {
    Setting<List<URI>> setting = ClusterKeys.ADDRESSES.of(name);
    Optional<List<URI>> own = resolved.optional(setting);
    int ways = (own.isPresent() ? 1 : 0) + (listed.containsKey(name) ? 1 : 0) + (zooKeeper ? 1 : 0);
    boolean isOwn = ways == 0 && name.equals(ofThisProcess);
    if (ways > 1 || (ways == 0 && !isOwn)) {
      throw new SettingsException(
          "Cluster %s needs exactly one of %s, %s or %s, but has %s."
              .formatted(
                  name,
                  setting.key(),
                  ServerKeys.CLUSTER.key(),
                  ClusterKeys.QUORUM.of(name).key(),
                  ways == 0 ? "none" : Integer.toString(ways)));
    }
    return own.orElseGet(() -> listed.getOrDefault(name, List.of()));
  }

  private Optional<ZooKeeperOptions> zooKeeper(ClusterName name) throws SettingsException {
    Optional<String> quorum = resolved.optional(ClusterKeys.QUORUM.of(name));
    if (quorum.isEmpty()) {
      requireNone(
          name,
          ClusterKeys.QUORUM,
          ClusterKeys.ZOOKEEPER_ROOT,
          ClusterKeys.CLUSTER_ID,
          ClusterKeys.SESSION_TIMEOUT,
          ClusterKeys.CONNECTION_TIMEOUT);
      return Optional.empty();
    }
    return Optional.of(
        new ZooKeeperOptions(
            quorum.get(),
            resolved.value(ClusterKeys.ZOOKEEPER_ROOT.of(name)),
            resolved.value(ClusterKeys.CLUSTER_ID.of(name)),
            resolved.value(ClusterKeys.SESSION_TIMEOUT.of(name)),
            resolved.value(ClusterKeys.CONNECTION_TIMEOUT.of(name))));
  }

  private Map<String, String> headers(ClusterName name) throws SettingsException {
    Map<String, String> headers =
        new LinkedHashMap<>(resolved.optional(ClusterKeys.HEADERS.of(name)).orElse(Map.of()));
    Optional<String> user = resolved.optional(ClusterKeys.USER.of(name));
    Optional<String> token = secret(name, ClusterKeys.TOKEN, ClusterKeys.TOKEN_FILE);
    if (user.isPresent() && token.isPresent()) {
      throw new SettingsException(
          "Cluster " + name + " has both a user and a bearer token; give one of them.");
    }
    if (user.isPresent()) {
      String password = secret(name, ClusterKeys.PASSWORD, ClusterKeys.PASSWORD_FILE).orElse("");
      headers.put("Authorization", "Basic " + base64(user.get() + ":" + password));
    } else {
      requireNone(name, ClusterKeys.USER, ClusterKeys.PASSWORD, ClusterKeys.PASSWORD_FILE);
    }
    token.ifPresent(text -> headers.put("Authorization", "Bearer " + text));
    return headers;
  }

  private Optional<String> secret(ClusterName name, Setting<String> plain, Setting<Path> inFile)
      throws SettingsException {
    Optional<String> given = resolved.optional(plain.of(name));
    Optional<Path> file = resolved.optional(inFile.of(name));
    if (given.isPresent() && file.isPresent()) {
      throw new SettingsException(
          plain.of(name).key() + " and " + inFile.of(name).key() + " are both given.");
    }
    return file.isPresent() ? Optional.of(content(inFile.of(name), file.get())) : given;
  }

  private String content(Setting<Path> setting, Path file) throws SettingsException {
    try {
      return ConfDir.withoutMark(Files.readString(file)).strip();
    } catch (IOException e) {
      throw SettingsException.badValue(
          setting, file.toString(), resolved.origin(setting), "a readable text file");
    }
  }

  private Optional<Settings.Tls> tls(ClusterName name) throws SettingsException {
    Optional<Path> trust = resolved.optional(ClusterKeys.TRUST_STORE.of(name));
    Optional<Path> key = resolved.optional(ClusterKeys.KEY_STORE.of(name));
    if (trust.isEmpty()) {
      requireNone(name, ClusterKeys.TRUST_STORE, ClusterKeys.TRUST_STORE_PASSWORD);
    }
    if (key.isEmpty()) {
      requireNone(
          name, ClusterKeys.KEY_STORE, ClusterKeys.KEY_STORE_PASSWORD, ClusterKeys.KEY_PASSWORD);
    }
    return trust.isEmpty() && key.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Settings.Tls(
                trust,
                resolved.optional(ClusterKeys.TRUST_STORE_PASSWORD.of(name)),
                key,
                resolved.optional(ClusterKeys.KEY_STORE_PASSWORD.of(name)),
                resolved.optional(ClusterKeys.KEY_PASSWORD.of(name))));
  }

  /** Rejects settings that have no effect without another one: they are a mistake. */
  private void requireNone(ClusterName name, Setting<?> without, Setting<?>... useless)
      throws SettingsException {
    for (Setting<?> setting : useless) {
      if (resolved.isGiven(setting.of(name))) {
        throw new SettingsException(
            setting.of(name).key() + " has no effect without " + without.of(name).key() + ".");
      }
    }
  }

  private static void requireOneEmbedded(List<Settings.Cluster> clusters) throws SettingsException {
    List<ClusterName> embedded =
        clusters.stream().filter(Settings.Cluster::embedded).map(Settings.Cluster::name).toList();
    if (embedded.size() > 1) {
      throw new SettingsException("Only one cluster can be embedded, but " + embedded + " are.");
    }
  }

  private static void requireOwnHosts(List<Settings.Cluster> clusters) throws SettingsException {
    Map<String, ClusterName> owners = new HashMap<>();
    for (Settings.Cluster cluster : clusters) {
      for (String host : cluster.hosts()) {
        ClusterName other = owners.put(host, cluster.name());
        if (other != null && !other.equals(cluster.name())) {
          throw new SettingsException(
              "The host %s is in both %s and %s; a host can lead to one cluster only."
                  .formatted(
                      host,
                      ClusterKeys.HOSTS.of(other).key(),
                      ClusterKeys.HOSTS.of(cluster.name()).key()));
        }
      }
    }
  }

  /**
   * Requires an order of the clusters, or a default one. Otherwise a new cluster could become the
   * one for addresses without a name.
   */
  private void requireOrder(Set<ClusterName> names) throws SettingsException {
    boolean inOrder =
        names.size() == 1
            || resolved.isInFlink()
            || listed.keySet().equals(names)
            || resolved.areInOrder(names);
    if (!inOrder && resolved.optional(ServerKeys.DEFAULT_CLUSTER).isEmpty()) {
      throw new SettingsException(
          "The clusters "
              + names
              + " are given in several places, or in one without an order."
              + " Set "
              + ServerKeys.DEFAULT_CLUSTER.key()
              + " to the cluster for paths without /clusters/<name>.");
    }
  }

  private void putDefaultFirst(List<Settings.Cluster> clusters) throws SettingsException {
    Optional<ClusterName> name = resolved.optional(ServerKeys.DEFAULT_CLUSTER);
    if (name.isEmpty()) {
      return;
    }
    for (int i = 0; i < clusters.size(); i++) {
      if (clusters.get(i).name().equals(name.get())) {
        Collections.rotate(clusters.subList(0, i + 1), 1);
        return;
      }
    }
    throw SettingsException.badValue(
        ServerKeys.DEFAULT_CLUSTER,
        name.get().value(),
        resolved.origin(ServerKeys.DEFAULT_CLUSTER),
        "one of " + clusters.stream().map(Settings.Cluster::name).toList());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
