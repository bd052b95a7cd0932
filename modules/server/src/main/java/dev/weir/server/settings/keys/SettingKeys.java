// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.bool;
import static dev.weir.server.settings.types.ValueTypes.clusterName;
import static dev.weir.server.settings.types.ValueTypes.clusters;
import static dev.weir.server.settings.types.ValueTypes.directories;
import static dev.weir.server.settings.types.ValueTypes.duration;
import static dev.weir.server.settings.types.ValueTypes.file;
import static dev.weir.server.settings.types.ValueTypes.flinkSeries;
import static dev.weir.server.settings.types.ValueTypes.host;
import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.origins;
import static dev.weir.server.settings.types.ValueTypes.path;
import static dev.weir.server.settings.types.ValueTypes.size;

import dev.weir.model.FlinkSeries;
import dev.weir.model.clusters.ClusterName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting there is, in the order in which help and documentation show them. */
public final class SettingKeys {
  public static final Setting<Integer> PORT =
      Setting.of(
              "weir.port",
              integer(0, 65_535),
              "8081",
              "The TCP port to listen on; 0 takes any free one.")
          .orFlink("rest.port", "web.port", "jobmanager.web.port")
          .withOption("PORT", "--port", "-p");

  public static final Setting<String> BIND =
      Setting.of(
              "weir.bind",
              host(),
              "127.0.0.1",
              "The address to listen on; 0.0.0.0 is every interface.")
          .orFlink("rest.bind-address", "web.address", "jobmanager.web.address")
          .withOption("HOST", "--bind");

  public static final Setting<Map<ClusterName, List<URI>>> CLUSTER =
      Setting.withoutDefault(
              "weir.cluster",
              clusters(),
              "The Flink clusters to watch in place of the embedded one, by name and REST address.")
          .withRepeatableOption("[NAME=]URL[,URL]", "--cluster");

  public static final Setting<ClusterName> DEFAULT_CLUSTER =
      Setting.withoutDefault(
          "weir.default-cluster",
          clusterName(),
          "The cluster that addresses without /clusters are about; without it the first one.");

  public static final Setting<FlinkSeries> FLINK =
      Setting.of(
              "weir.flink",
              flinkSeries(),
              "2.3",
              "The Flink that is embedded; 1.20 comes in weir-flink-1.20.jar, to be put beside weir.jar.")
          .withOption("VERSION", "--flink");

  public static final Setting<Boolean> DEMO =
      Setting.of(
              "weir.demo",
              bool(),
              "false",
              "Whether the example jobs are submitted to the embedded Flink at the start.")
          .withOption("true|false", "--demo");

  public static final Setting<Path> CONF_DIR =
      Setting.withoutDefault(
              "weir.conf-dir",
              path(),
              "The directory whose config.yaml or flink-conf.yaml is read, as with Flink.")
          .withOption("DIR", "--conf-dir");

  public static final Setting<Path> CONFIG =
      Setting.withoutDefault(
              "weir.config",
              file(),
              "A file of settings: Java properties where its name ends so, or else YAML.")
          .withOption("FILE", "--config");

  public static final Setting<Duration> REFRESH_INTERVAL =
      Setting.of(
              "weir.refresh-interval",
              duration(),
              "3 s",
              "How long an answer of the cluster is served before it is asked for again.")
          .orFlink("web.refresh-interval", "jobmanager.web.refresh-interval");

  public static final Setting<Duration> MAX_STALENESS =
      Setting.of(
          "weir.max-staleness",
          duration(),
          "10 s",
          "The age from which on a reader waits for a new answer rather than get the old one.");

  public static final Setting<Duration> MAX_UNREACHABLE =
      Setting.of(
          "weir.max-unreachable",
          duration(),
          "10 min",
          "How long the last answers are served, marked as such, while the cluster cannot be reached.");

  public static final Setting<Long> SNAPSHOT_BYTES =
      Setting.of(
          "weir.snapshots.max-bytes",
          size(),
          "256 MiB",
          "The memory that answers kept for serving may take for each cluster, in bytes; for all clusters together never more than a quarter of the heap.");

  public static final Setting<Duration> PROBE_INTERVAL =
      Setting.of(
          "weir.probe-interval",
          duration(),
          "3 s",
          "After how long without an answer a cluster is asked whether it is there.");

  public static final Setting<Boolean> SUBMIT_ENABLED =
      Setting.withoutDefault(
              "weir.submit.enabled",
              bool(),
              "Whether jars may be uploaded and jobs submitted; without it, where the server listens on a loopback address alone.")
          .orFlink("web.submit.enable", "jobmanager.web.submit.enable");

  public static final Setting<Path> UPLOAD_DIR =
      Setting.withoutDefault(
          "weir.upload.dir",
          path(),
          "The directory that keeps uploaded jars; without it they go with the server.");

  public static final Setting<Integer> SAVEPOINTS_REMEMBERED =
      Setting.of(
          "weir.savepoints.remembered",
          integer(1, 1_000_000),
          "1000",
          "How many savepoint requests can still be asked for by their number.");

  public static final Setting<List<String>> SAVEPOINTS_DIRECTORIES =
      Setting.withoutDefault(
          "weir.savepoints.directories",
          directories(),
          "The directories that clients may name for savepoints, with all below them. Default: any.");

  public static final Setting<List<String>> ALLOW_ORIGIN =
      Setting.withoutDefault(
              "weir.cors.allow-origin",
              origins(),
              "The origins whose pages may use the API in a browser; * is reading by every page.")
          .orFlink("web.access-control-allow-origin", "jobmanager.web.access-control-allow-origin");

  public static final Setting<Integer> HEADER_BYTES =
      Setting.of(
          "weir.http.max-header-bytes",
          size("1 KiB", "1 MiB"),
          "16 KiB",
          "The largest request line and headers together, in bytes.");

  public static final Setting<Integer> HTTP_WORKERS =
      Setting.of(
          "weir.http.workers",
          integer(1, 1_000),
          "16",
          "The number of threads that read the bodies of requests, uploads above all.");

  public static final Setting<Duration> HTTP_IDLE_TIMEOUT =
      Setting.of(
          "weir.http.idle-timeout",
          duration(),
          "60 s",
          "How long a client's connection may be idle before it is closed.");

  public static final Setting<Path> WORK_DIR =
      Setting.withoutDefault(
          "weir.work-dir",
          path(),
          "The directory for working files; without it one in java.io.tmpdir, removed at the end.");

  public static final Setting<Duration> SHUTDOWN_TIMEOUT =
      Setting.of(
          "weir.shutdown.timeout",
          duration(),
          "20 s",
          "How long the end may take: requests in progress, then the embedded Flink.");

  private static final List<Setting<?>> FIRST =
      List.of(
          PORT,
          BIND,
          CLUSTER,
          DEFAULT_CLUSTER,
          FLINK,
          DEMO,
          CONF_DIR,
          CONFIG,
          REFRESH_INTERVAL,
          MAX_STALENESS,
          MAX_UNREACHABLE,
          PROBE_INTERVAL,
          SNAPSHOT_BYTES);

  private static final List<Setting<?>> FURTHER =
      List.of(
          SUBMIT_ENABLED,
          UPLOAD_DIR,
          SAVEPOINTS_REMEMBERED,
          SAVEPOINTS_DIRECTORIES,
          ALLOW_ORIGIN,
          HEADER_BYTES,
          HTTP_WORKERS,
          HTTP_IDLE_TIMEOUT,
          WORK_DIR,
          SHUTDOWN_TIMEOUT);

  private static final List<Setting<?>> ALL =
      Stream.of(
              FIRST,
              UpstreamKeys.ALL,
              FURTHER,
              LogKeys.ALL,
              ClassicKeys.ALL,
              EmbeddedKeys.ALL,
              UploadKeys.ALL,
              HttpKeys.ALL,
              TlsKeys.ALL,
              SecurityKeys.ALL,
              AccessKeys.ALL,
              AuditKeys.ALL)
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private SettingKeys() {}

  /** Every setting. */
  public static List<Setting<?>> all() {
    return ALL;
  }

  /** The setting of a key, be it one of a cluster, if there is one. */
  public static Optional<Setting<?>> find(String key) {
    return ALL.stream()
        .filter(setting -> setting.key().equals(key))
        .<Setting<?>>map(setting -> setting)
        .findFirst()
        .or(() -> ClusterKeys.find(key));
  }
}
