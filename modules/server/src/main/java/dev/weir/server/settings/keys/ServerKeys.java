// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.bool;
import static dev.weir.server.settings.types.ValueTypes.clusterName;
import static dev.weir.server.settings.types.ValueTypes.clusters;
import static dev.weir.server.settings.types.ValueTypes.file;
import static dev.weir.server.settings.types.ValueTypes.flinkSeries;
import static dev.weir.server.settings.types.ValueTypes.host;
import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.path;

import dev.weir.model.FlinkSeries;
import dev.weir.model.clusters.ClusterName;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings of the server itself. */
public final class ServerKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<Integer> PORT =
      GROUP.add(
          Setting.of(
                  "weir.port",
                  integer(0, 65_535),
                  "8081",
                  "TCP port of the server; 0 takes any free port.")
              .orFlink("rest.port", "web.port", "jobmanager.web.port")
              .withOption("PORT", "--port", "-p")
              .standaloneOnly());

  public static final Setting<String> BIND =
      GROUP.add(
          Setting.of(
                  "weir.bind",
                  host(),
                  "127.0.0.1",
                  "Address the server listens on; 0.0.0.0 means every interface.")
              .orFlink("rest.bind-address", "web.address", "jobmanager.web.address")
              .withOption("HOST", "--bind")
              .standaloneOnly());

  public static final Setting<Map<ClusterName, List<URI>>> CLUSTER =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.cluster",
                  clusters(),
                  "Flink clusters to watch instead of the embedded one, by name and REST address.")
              .withRepeatableOption("[NAME=]URL[,URL]", "--cluster"));

  public static final Setting<ClusterName> DEFAULT_CLUSTER =
      GROUP.add(
          Setting.withoutDefault(
              "weir.default-cluster",
              clusterName(),
              "Cluster for paths without /clusters/<name>. Default: the first cluster."));

  public static final Setting<FlinkSeries> FLINK =
      GROUP.add(
          Setting.of(
                  "weir.flink",
                  flinkSeries(),
                  "2.3",
                  "Flink version to embed. 1.20 needs weir-flink-1.20.jar beside weir.jar.")
              .withOption("VERSION", "--flink"));

  public static final Setting<Boolean> DEMO =
      GROUP.add(
          Setting.of(
                  "weir.demo",
                  bool(),
                  "false",
                  "Submits the example jobs to the embedded Flink at the start.")
              .withOption("true|false", "--demo"));

  public static final Setting<Path> CONF_DIR =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.conf-dir",
                  path(),
                  "Directory with config.yaml or flink-conf.yaml, such as Flink's conf.")
              .withOption("DIR", "--conf-dir"));

  public static final Setting<Path> CONFIG =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.config",
                  file(),
                  "File of settings: Java properties if the name ends in .properties, otherwise YAML.")
              .withOption("FILE", "--config"));

  public static final Setting<Boolean> ENABLED =
      GROUP.add(
          Setting.of(
              "weir.enabled",
              bool(),
              "true",
              "Inside a JobManager: starts Weir; false leaves it off. Ignored elsewhere."));

  private ServerKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
