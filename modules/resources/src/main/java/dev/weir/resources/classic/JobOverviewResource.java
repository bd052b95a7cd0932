// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.model.job.JobIds;
import dev.weir.model.job.JobList;
import dev.weir.model.job.JobOverview;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.resources.access.Requires;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;

/** An overview of all jobs: {@code /jobs} and {@code /joboverview}. */
@Path("/")
public final class JobOverviewResource {
  private final ClusterMonitor cluster;

  @Inject
  public JobOverviewResource(ClusterMonitor cluster) {
    this.cluster = cluster;
  }

  /** The ids of all jobs, grouped by state. */
  @GET
  @Path("jobs")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobIds>> ids() {
    return cluster
        .read(ClusterDocuments.jobs())
        .thenApply(jobs -> jobs.view("ids", JobOverview::ids));
  }

  /** All jobs; those that have ended are listed separately. */
  @GET
  @Path("joboverview")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobOverview>> overview() {
    return cluster.read(ClusterDocuments.jobs());
  }

  /** The jobs that have not ended. */
  @GET
  @Path("joboverview/running")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobList>> running() {
    return cluster
        .read(ClusterDocuments.jobs())
        .thenApply(jobs -> jobs.view("running", JobOverview::runningJobs));
  }

  /** The jobs that have ended. */
  @GET
  @Path("joboverview/completed")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobList>> completed() {
    return cluster
        .read(ClusterDocuments.jobs())
        .thenApply(jobs -> jobs.view("completed", JobOverview::completedJobs));
  }
}
