// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.flink.Document;
import dev.weir.flink.LogFile;
import dev.weir.flink.PathText;
import dev.weir.flink.Secrets;
import dev.weir.flink.responses.JobsResponse;
import dev.weir.flink.responses.TaskManagerResponse;
import dev.weir.flink.responses.TaskManagersResponse;
import dev.weir.model.ConfigEntry;
import dev.weir.model.Metric;
import dev.weir.model.cluster.ClusterConfig;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.cluster.TaskManagers;
import dev.weir.model.jar.JarList;
import dev.weir.model.job.JobOverview;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The documents of a cluster as a whole, of its JobManager and its TaskManagers. */
public final class ClusterDocuments {
  /** The description of an entry class that has none. */
  public static final String NO_DESCRIPTION = "No description provided";

  static final String OVERVIEW = "/overview";
  static final String JOBS = "/jobs/overview";
  static final String TASK_MANAGERS = "/taskmanagers";

  private ClusterDocuments() {}

  /** Flink's web configuration: refresh interval, versions, features. */
  public static Document<ClusterConfig> config() {
    return new FlinkDocument<>("/config", ClusterConfig.class, Function.identity());
  }

  /** Counts of TaskManagers, slots and jobs. */
  public static Document<ClusterOverview> overview() {
    return new FlinkDocument<>(OVERVIEW, ClusterOverview.class, Function.identity());
  }

  /**
   * All jobs in short. Expensive: Flink copies the graph of each running job on the job's main
   * thread.
   */
  public static Document<JobOverview> jobs() {
    return new FlinkDocument<>(JOBS, JobsResponse.class, JobsResponse::toModel);
  }

  /** The configuration of the JobManager, secrets masked. */
  public static Document<List<ConfigEntry>> jobManagerConfig() {
    return new FlinkDocument<>(
        "/jobmanager/config", ConfigEntry[].class, ClusterDocuments::withoutSecrets);
  }

  /** Metrics of the JobManager. */
  public static Document<List<Metric>> jobManagerMetrics(MetricNames names) {
    return new MetricsDocument("/jobmanager/metrics", names);
  }

  /** The path of one TaskManager. */
  static String path(TaskManagerId id) {
    return TASK_MANAGERS + "/" + PathText.encodedTwice(id.value());
  }

  /** The path of a file of the JobManager. */
  public static String jobManagerFile(LogFile file) {
    return "/jobmanager/" + file.path();
  }

  /** The path of a file of one TaskManager. */
  public static String taskManagerFile(TaskManagerId id, LogFile file) {
    return path(id) + "/" + file.path();
  }

  /** All TaskManagers. */
  public static Document<TaskManagers> taskManagers() {
    return new FlinkDocument<>(
        TASK_MANAGERS, TaskManagersResponse.class, TaskManagersResponse::toModel);
  }

  /** One TaskManager with the metrics of its process. */
  public static Document<TaskManagers> taskManager(TaskManagerId id) {
    return new FlinkDocument<>(path(id), TaskManagerResponse.class, TaskManagerResponse::alone);
  }

  /** Metrics of one TaskManager. */
  public static Document<List<Metric>> taskManagerMetrics(TaskManagerId id, MetricNames names) {
    return metrics(path(id) + "/metrics", names, source -> source.read(taskManager(id)));
  }

  /** The uploaded jars. The address in it is Flink's. */
  public static Document<JarList> jars() {
    return new FlinkDocument<>("/jars", JarList.class, ClusterDocuments::withDescriptions);
  }

  /** Metrics at a path. Flink answers with an empty list for an unknown subject. */
  static Document<List<Metric>> metrics(
      String path, MetricNames names, Function<Document.Source, CompletableFuture<?>> exists) {
    return new ExistenceChecked<>(new MetricsDocument(path, names), List::isEmpty, exists);
  }

  private static List<ConfigEntry> withoutSecrets(ConfigEntry[] entries, Secrets secrets) {
    return Arrays.stream(entries)
        .map(entry -> new ConfigEntry(entry.key(), secrets.mask(entry.key(), entry.value())))
        .toList();
  }

  private static JarList withDescriptions(JarList jars) {
    return new JarList(
        jars.address(),
        jars.files().stream().map(jar -> jar.withDescriptions(NO_DESCRIPTION)).toList());
  }
}
