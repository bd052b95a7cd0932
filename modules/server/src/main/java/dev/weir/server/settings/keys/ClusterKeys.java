// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.addresses;
import static dev.weir.server.settings.types.ValueTypes.clusterHosts;
import static dev.weir.server.settings.types.ValueTypes.duration;
import static dev.weir.server.settings.types.ValueTypes.file;
import static dev.weir.server.settings.types.ValueTypes.headers;
import static dev.weir.server.settings.types.ValueTypes.oneOf;
import static dev.weir.server.settings.types.ValueTypes.subjects;
import static dev.weir.server.settings.types.ValueTypes.text;
import static java.util.Objects.requireNonNull;

import dev.weir.model.MalformedIdException;
import dev.weir.model.clusters.ClusterName;
import dev.weir.security.AccessLevel;
import dev.weir.security.Subjects;
import dev.weir.server.settings.types.AnonymousAccess;
import dev.weir.server.settings.types.ValueType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of each cluster, at {@code weir.clusters.<name>.…}. A setting that Flink has a key
 * for is named as in Flink.
 */
public final class ClusterKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<List<URI>> ADDRESSES =
      GROUP.add(
          of(
              "addresses",
              addresses(),
              "REST addresses of the cluster's JobManagers, by commas; or embedded."));

  public static final Setting<String> QUORUM =
      GROUP.add(
          of(
              "high-availability.zookeeper.quorum",
              text("hosts and ports", "hosts with ports by commas, such as zk1:2181,zk2:2181"),
              "ZooKeeper servers that name the leading JobManager. Used instead of addresses."));

  public static final Setting<String> ZOOKEEPER_ROOT =
      GROUP.add(
          of(
              "high-availability.zookeeper.path.root",
              text("path", "a path in ZooKeeper, such as /flink"),
              "/flink",
              "Root path of Flink's nodes in ZooKeeper."));

  public static final Setting<String> CLUSTER_ID =
      GROUP.add(
          of(
              "high-availability.cluster-id",
              text("path", "a path in ZooKeeper, such as /default"),
              "/default",
              "Path of this cluster below the root path."));

  public static final Setting<Duration> SESSION_TIMEOUT =
      GROUP.add(
          of(
              "high-availability.zookeeper.client.session-timeout",
              duration(),
              "60 s",
              "ZooKeeper session timeout."));

  /** Named as in Flink, where the key sets the same timeout of Flink itself. */
  public static final Setting<Duration> CONNECTION_TIMEOUT =
      GROUP.add(
          of(
              "high-availability.zookeeper.client.connection-timeout",
              duration(),
              "15 s",
              "ZooKeeper connection timeout."));

  public static final Setting<String> USER =
      GROUP.add(
          of(
              "user",
              text("text", "a user name"),
              "User name sent to the cluster by HTTP Basic authentication."));

  public static final Setting<String> PASSWORD =
      GROUP.add(of("password", text("text", "a password"), "Password of that user."));

  public static final Setting<Path> PASSWORD_FILE =
      GROUP.add(of("password-file", file(), "File that contains the password of that user."));

  public static final Setting<String> TOKEN =
      GROUP.add(
          of(
              "bearer-token",
              text("text", "a token"),
              "Token sent to the cluster as Authorization: Bearer."));

  public static final Setting<Path> TOKEN_FILE =
      GROUP.add(of("bearer-token-file", file(), "File that contains the bearer token."));

  public static final Setting<Map<String, String>> HEADERS =
      GROUP.add(
          of(
              "headers",
              headers(),
              "Headers added to every request to the cluster, one 'Name: value' a line."));

  public static final Setting<Path> TRUST_STORE =
      GROUP.add(
          of(
              "security.ssl.rest.truststore",
              file(),
              "Truststore (PKCS12, JKS or PEM) for the cluster's certificate. Default: Java's own."));

  public static final Setting<String> TRUST_STORE_PASSWORD =
      GROUP.add(
          of(
              "security.ssl.rest.truststore-password",
              text("text", "a password"),
              "Password of the truststore."));

  public static final Setting<Path> KEY_STORE =
      GROUP.add(
          of(
              "security.ssl.rest.keystore",
              file(),
              "Keystore (PKCS12 or JKS) with Weir's client certificate for the cluster."));

  public static final Setting<String> KEY_STORE_PASSWORD =
      GROUP.add(
          of(
              "security.ssl.rest.keystore-password",
              text("text", "a password"),
              "Password of the keystore."));

  public static final Setting<String> KEY_PASSWORD =
      GROUP.add(
          of(
              "security.ssl.rest.key-password",
              text("text", "a password"),
              "Password of the key. Default: the password of the keystore."));

  public static final Setting<List<String>> HOSTS =
      GROUP.add(
          of(
              "hosts",
              clusterHosts(),
              "Host names of this server at which paths without /clusters/<name> are about this cluster."));

  public static final Setting<AnonymousAccess> ANONYMOUS =
      GROUP.add(
          of(
              "access.anonymous",
              oneOf(AnonymousAccess.class),
              "Overrides weir.access.anonymous for this cluster."));

  private static final Map<AccessLevel, Setting<Subjects>> ACCESS =
      new EnumMap<>(AccessLevel.class);

  static {
    for (AccessLevel level : AccessLevel.values()) {
      String end = "access." + level.label();
      ACCESS.put(
          level, GROUP.add(of(end, subjects(), "Overrides weir." + end + " for this cluster.")));
    }
  }

  private static final String PREFIX = "weir.clusters.";
  private static final String VARIABLE_PREFIX = "WEIR_CLUSTERS_";

  private ClusterKeys() {}

  private static <T> Setting<T> of(String end, ValueType<T> type, String description) {
    return Setting.withoutDefault(PREFIX + Setting.NAME + "." + end, type, description);
  }

  private static <T> Setting<T> of(
      String end, ValueType<T> type, String defaultText, String description) {
    return Setting.of(PREFIX + Setting.NAME + "." + end, type, defaultText, description);
  }

  /** The callers who have a level on a cluster. */
  public static Setting<Subjects> access(AccessLevel level) {
    return requireNonNull(ACCESS.get(level));
  }

  /** Every setting of a cluster; {@code <name>} stands for the cluster's name. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }

  /** Every setting of one cluster. */
  public static List<Setting<?>> all(ClusterName name) {
    return GROUP.all().stream().<Setting<?>>map(setting -> setting.of(name)).toList();
  }

  /** The setting of a key; empty if the key is not one of a cluster. */
  public static Optional<Setting<?>> find(String key) {
    return name(key)
        .flatMap(
            name -> all(name).stream().filter(setting -> setting.key().equals(key)).findFirst());
  }

  /** The name of the cluster in a key; empty if the key is not about a cluster. */
  public static Optional<ClusterName> name(String key) {
    int end = key.indexOf('.', PREFIX.length());
    return key.startsWith(PREFIX) && end > 0
        ? parsed(key.substring(PREFIX.length(), end))
        : Optional.empty();
  }

  /**
   * The name of the cluster in an environment variable; empty if the variable is not about a
   * cluster. The name is in lower case, since the variable is in capitals.
   */
  public static Optional<ClusterName> nameInVariable(String variable) {
    if (!variable.startsWith(VARIABLE_PREFIX)) {
      return Optional.empty();
    }
    return GROUP.all().stream()
        .map(setting -> setting.key().substring((PREFIX + Setting.NAME).length()))
        .map(Setting::variableOf)
        .filter(variable::endsWith)
        .map(end -> variable.substring(VARIABLE_PREFIX.length(), variable.length() - end.length()))
        .min((one, other) -> Integer.compare(one.length(), other.length()))
        .flatMap(name -> parsed(name.toLowerCase(Locale.ROOT)));
  }

  private static Optional<ClusterName> parsed(String name) {
    try {
      return Optional.of(new ClusterName(name));
    } catch (MalformedIdException e) {
      return Optional.empty();
    }
  }
}
