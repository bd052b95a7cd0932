// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.flink.LogFile;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.flink.documents.MetricNames;
import dev.weir.model.Metric;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.cluster.TaskManagers;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.resources.access.Requires;
import dev.weir.resources.file.TextFiles;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The task managers: {@code /taskmanagers}. */
@Path("taskmanagers")
public final class TaskManagersResource {
  private final ClusterMonitor cluster;
  private final TextFiles files;

  @Inject
  public TaskManagersResource(ClusterMonitor cluster, TextFiles files) {
    this.cluster = cluster;
    this.files = files;
  }

  /** All task managers. */
  @GET
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<TaskManagers>> all() {
    return cluster.read(ClusterDocuments.taskManagers());
  }

  /** One task manager, with the resource usage of its process. */
  @GET
  @Path("{taskmanagerid}")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<TaskManagers>> one(@PathParam("taskmanagerid") TaskManagerId id) {
    return cluster.read(ClusterDocuments.taskManager(id));
  }

  /** Metrics of one task manager: their values with {@code get}, otherwise their names. */
  @GET
  @Path("{taskmanagerid}/metrics")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<List<Metric>>> metrics(
      @PathParam("taskmanagerid") TaskManagerId id, @QueryParam("get") @Nullable String names) {
    return cluster.read(ClusterDocuments.taskManagerMetrics(id, MetricNames.of(names)));
  }

  /** The log of one task manager, as plain text. */
  @GET
  @Path("{taskmanagerid}/log")
  @Requires(AccessLevel.LOGS)
  public void log(
      @Suspended AsyncResponse response,
      @PathParam("taskmanagerid") TaskManagerId id,
      @HeaderParam("Range") @Nullable String range) {
    files.send(LogFile.LOG, () -> cluster.taskManagerFile(id, LogFile.LOG), range, response);
  }

  /** The standard output of one task manager, as plain text. */
  @GET
  @Path("{taskmanagerid}/stdout")
  @Requires(AccessLevel.LOGS)
  public void stdout(
      @Suspended AsyncResponse response,
      @PathParam("taskmanagerid") TaskManagerId id,
      @HeaderParam("Range") @Nullable String range) {
    files.send(LogFile.STDOUT, () -> cluster.taskManagerFile(id, LogFile.STDOUT), range, response);
  }
}
