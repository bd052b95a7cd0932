// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.flink.documents.MetricNames;
import dev.weir.flink.documents.VertexDocuments;
import dev.weir.model.Metric;
import dev.weir.model.job.JobId;
import dev.weir.model.vertex.AttemptAccumulators;
import dev.weir.model.vertex.AttemptNumber;
import dev.weir.model.vertex.BackPressure;
import dev.weir.model.vertex.SubtaskAttempt;
import dev.weir.model.vertex.SubtaskIndex;
import dev.weir.model.vertex.SubtaskTimes;
import dev.weir.model.vertex.VertexAccumulators;
import dev.weir.model.vertex.VertexDetails;
import dev.weir.model.vertex.VertexId;
import dev.weir.model.vertex.VertexSubtaskAccumulators;
import dev.weir.model.vertex.VertexTaskManagers;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.resources.access.Requires;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One vertex of a job: {@code /jobs/<jobid>/vertices/<vertexid>} and everything below it. */
@Path("jobs/{jobid}/vertices/{vertexid}")
public final class VertexResource {
  private final ClusterMonitor cluster;

  @Inject
  public VertexResource(ClusterMonitor cluster) {
    this.cluster = cluster;
  }

  /** The vertex with each of its subtasks. */
  @GET
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<VertexDetails>> details(
      @PathParam("jobid") JobId job, @PathParam("vertexid") VertexId vertex) {
    return cluster.read(VertexDocuments.of(job, vertex).details());
  }

  /** When each subtask entered each state. */
  @GET
  @Path("subtasktimes")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<SubtaskTimes>> subtaskTimes(
      @PathParam("jobid") JobId job, @PathParam("vertexid") VertexId vertex) {
    return cluster.read(VertexDocuments.of(job, vertex).subtaskTimes());
  }

  /** The vertex, grouped by task manager. */
  @GET
  @Path("taskmanagers")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<VertexTaskManagers>> taskManagers(
      @PathParam("jobid") JobId job, @PathParam("vertexid") VertexId vertex) {
    return cluster.read(VertexDocuments.of(job, vertex).taskManagers());
  }

  /** The accumulators of the vertex, over all subtasks. */
  @GET
  @Path("accumulators")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<VertexAccumulators>> accumulators(
      @PathParam("jobid") JobId job, @PathParam("vertexid") VertexId vertex) {
    return cluster.read(VertexDocuments.of(job, vertex).accumulators());
  }

  /** The accumulators of the vertex, by subtask. */
  @GET
  @Path("subtasks/accumulators")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<VertexSubtaskAccumulators>> subtaskAccumulators(
      @PathParam("jobid") JobId job, @PathParam("vertexid") VertexId vertex) {
    return cluster.read(VertexDocuments.of(job, vertex).subtaskAccumulators());
  }

  /** The back pressure of the vertex. */
  @GET
  @Path("backpressure")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<BackPressure>> backPressure(
      @PathParam("jobid") JobId job, @PathParam("vertexid") VertexId vertex) {
    return cluster.read(VertexDocuments.of(job, vertex).backPressure());
  }

  /** Metrics of the vertex: their values with {@code get}, otherwise their names. */
  @GET
  @Path("metrics")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<List<Metric>>> metrics(
      @PathParam("jobid") JobId job,
      @PathParam("vertexid") VertexId vertex,
      @QueryParam("get") @Nullable String names) {
    return cluster.read(VertexDocuments.of(job, vertex).metrics(MetricNames.of(names)));
  }

  /** The watermark of each subtask, as a metric. */
  @GET
  @Path("watermarks")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<List<Metric>>> watermarks(
      @PathParam("jobid") JobId job, @PathParam("vertexid") VertexId vertex) {
    return cluster.read(VertexDocuments.of(job, vertex).watermarks());
  }

  /** The current attempt of one subtask. */
  @GET
  @Path("subtasks/{subtask}")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<SubtaskAttempt>> subtask(
      @PathParam("jobid") JobId job,
      @PathParam("vertexid") VertexId vertex,
      @PathParam("subtask") SubtaskIndex subtask) {
    return cluster.read(VertexDocuments.of(job, vertex).subtask(subtask));
  }

  /** One attempt of one subtask. */
  @GET
  @Path("subtasks/{subtask}/attempts/{attempt}")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<SubtaskAttempt>> attempt(
      @PathParam("jobid") JobId job,
      @PathParam("vertexid") VertexId vertex,
      @PathParam("subtask") SubtaskIndex subtask,
      @PathParam("attempt") AttemptNumber attempt) {
    return cluster.read(VertexDocuments.of(job, vertex).attempt(subtask, attempt));
  }

  /** Accumulators of one attempt. */
  @GET
  @Path("subtasks/{subtask}/attempts/{attempt}/accumulators")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<AttemptAccumulators>> attemptAccumulators(
      @PathParam("jobid") JobId job,
      @PathParam("vertexid") VertexId vertex,
      @PathParam("subtask") SubtaskIndex subtask,
      @PathParam("attempt") AttemptNumber attempt) {
    return cluster.read(VertexDocuments.of(job, vertex).attemptAccumulators(subtask, attempt));
  }
}
