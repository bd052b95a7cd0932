// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import static dev.weir.resources.access.Requires.About.SERVER;

import dev.weir.model.clusters.ClusterJobs;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.clusters.ClusterStatus;
import dev.weir.model.clusters.ClusterStatuses;
import dev.weir.model.clusters.ClustersOverview;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.Clusters;
import dev.weir.monitor.JobSearch;
import dev.weir.resources.access.CallerResolver;
import dev.weir.resources.access.KnownCaller;
import dev.weir.resources.access.Refusals;
import dev.weir.resources.access.Requires;
import dev.weir.resources.wire.ClusterSelector;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.CompletionStage;

/**
 * All clusters at once: {@code /clusters}. A cluster that does not answer delays nothing. Callers
 * see only the clusters that they may view.
 */
@Path("clusters")
public final class ClustersResource {
  private final Clusters clusters;
  private final JobSearch jobs;
  private final CallerResolver callers;

  @Inject
  public ClustersResource(Clusters clusters, JobSearch jobs, CallerResolver callers) {
    this.clusters = clusters;
    this.jobs = jobs;
    this.callers = callers;
  }

  /** The status of each cluster. */
  @GET
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public CompletionStage<ClusterStatuses> list(@Context SecurityContext context) {
    return clusters.statuses(KnownCaller.visible(context));
  }

  /** The resources and jobs of all clusters together, as counts. */
  @GET
  @Path("overview")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public CompletionStage<ClustersOverview> overview(@Context SecurityContext context) {
    return clusters.overview(KnownCaller.visible(context));
  }

  /** The jobs of all clusters. */
  @GET
  @Path("jobs")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public CompletionStage<ClusterJobs> jobs(
      @BeanParam JobParameters parameters, @Context SecurityContext context) {
    return jobs.find(parameters.toQuery(), KnownCaller.visible(context));
  }

  /** The status of one cluster. */
  @GET
  @Path("{name}")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public CompletionStage<ClusterStatus> one(
      @PathParam("name") ClusterName name, @Context SecurityContext context) {
    ClusterMonitor cluster = clusters.find(name).orElseThrow(() -> ClusterSelector.unknown(name));
    Refusals.require(KnownCaller.of(context), name, AccessLevel.VIEW, callers.challenges());
    return clusters.status(cluster);
  }
}
