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

/** All jobs in short: {@code /jobs} and {@code /joboverview}. */
@Path("/")
public final class JobOverviewResource {
  private final ClusterMonitor cluster;

  /** For the cluster that the request is about. */
  @Inject
  public JobOverviewResource(ClusterMonitor cluster) {
    this.cluster = cluster;
  }

  /** Their ids by what became of them. */
  @GET
  @Path("jobs")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobIds>> ids() {
    return cluster
        .read(ClusterDocuments.jobs())
        .thenApply(jobs -> jobs.view("ids", JobOverview::ids));
  }

  /** All, those that have ended apart. */
  @GET
  @Path("joboverview")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobOverview>> overview() {
    return cluster.read(ClusterDocuments.jobs());
  }

  /** Those that have not ended. */
  @GET
  @Path("joboverview/running")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobList>> running() {
    return cluster
        .read(ClusterDocuments.jobs())
        .thenApply(jobs -> jobs.view("running", JobOverview::runningJobs));
  }

  /** Those that have ended. */
  @GET
  @Path("joboverview/completed")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<JobList>> completed() {
    return cluster
        .read(ClusterDocuments.jobs())
        .thenApply(jobs -> jobs.view("completed", JobOverview::completedJobs));
  }
}
