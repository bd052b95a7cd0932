// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.flink.documents.CheckpointDocuments;
import dev.weir.model.checkpoint.Checkpoint;
import dev.weir.model.checkpoint.CheckpointConfig;
import dev.weir.model.checkpoint.CheckpointId;
import dev.weir.model.checkpoint.CheckpointOverview;
import dev.weir.model.checkpoint.CheckpointSubtasks;
import dev.weir.model.job.JobId;
import dev.weir.model.vertex.VertexId;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.resources.access.Requires;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletionStage;

/** The checkpoints of one job: {@code /jobs/<jobid>/checkpoints}. */
@Path("jobs/{jobid}/checkpoints")
public final class CheckpointsResource {
  private final ClusterMonitor cluster;

  @Inject
  public CheckpointsResource(ClusterMonitor cluster) {
    this.cluster = cluster;
  }

  /** An overview of all checkpoints of the job. */
  @GET
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<CheckpointOverview>> overview(@PathParam("jobid") JobId job) {
    return cluster.read(CheckpointDocuments.overview(job));
  }

  /** The checkpoint configuration of the job. */
  @GET
  @Path("config")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<CheckpointConfig>> config(@PathParam("jobid") JobId job) {
    return cluster.read(CheckpointDocuments.config(job));
  }

  /** One checkpoint. */
  @GET
  @Path("details/{checkpointid}")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<Checkpoint>> details(
      @PathParam("jobid") JobId job, @PathParam("checkpointid") CheckpointId checkpoint) {
    return cluster.read(CheckpointDocuments.details(job, checkpoint));
  }

  /** One vertex's part in one checkpoint, by subtask. */
  @GET
  @Path("details/{checkpointid}/subtasks/{vertexid}")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<CheckpointSubtasks>> subtasks(
      @PathParam("jobid") JobId job,
      @PathParam("checkpointid") CheckpointId checkpoint,
      @PathParam("vertexid") VertexId vertex) {
    return cluster.read(CheckpointDocuments.subtasks(job, checkpoint, vertex));
  }
}
