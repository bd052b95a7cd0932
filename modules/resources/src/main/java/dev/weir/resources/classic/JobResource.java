// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.flink.documents.JobDocuments;
import dev.weir.flink.documents.MetricNames;
import dev.weir.model.Metric;
import dev.weir.model.job.JobAccumulators;
import dev.weir.model.job.JobConfig;
import dev.weir.model.job.JobDetails;
import dev.weir.model.job.JobExceptions;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobPlan;
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

/** One job: {@code /jobs/<jobid>} and its details. */
@Path("jobs/{jobid}")
public final class JobResource {
  private final ClusterMonitor cluster;

  @Inject
  public JobResource(ClusterMonitor cluster) {
    this.cluster = cluster;
  }

  /** The job with its vertices and its plan. */
  @GET
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobDetails>> details(@PathParam("jobid") JobId job) {
    return cluster.read(JobDocuments.details(job));
  }

  /** The same document: Flink 1.3 made no difference. */
  @GET
  @Path("vertices")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobDetails>> vertices(@PathParam("jobid") JobId job) {
    return details(job);
  }

  /** The configuration that the job was submitted with. */
  @GET
  @Path("config")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobConfig>> config(@PathParam("jobid") JobId job) {
    return cluster.read(JobDocuments.config(job));
  }

  /** The exceptions that the job failed with. */
  @GET
  @Path("exceptions")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobExceptions>> exceptions(@PathParam("jobid") JobId job) {
    return cluster.read(JobDocuments.exceptions(job));
  }

  /** The accumulators of the job. */
  @GET
  @Path("accumulators")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobAccumulators>> accumulators(@PathParam("jobid") JobId job) {
    return cluster.read(JobDocuments.accumulators(job));
  }

  /** The plan of the job. */
  @GET
  @Path("plan")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobPlan>> plan(@PathParam("jobid") JobId job) {
    return details(job).thenApply(found -> found.view("plan", JobDetails::plan));
  }

  /** Metrics of the job: their values with {@code get}, otherwise their names. */
  @GET
  @Path("metrics")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<List<Metric>>> metrics(
      @PathParam("jobid") JobId job, @QueryParam("get") @Nullable String names) {
    return cluster.read(JobDocuments.metrics(job, MetricNames.of(names)));
  }
}
