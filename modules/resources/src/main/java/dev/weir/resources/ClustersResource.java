package dev.weir.resources;

import dev.weir.model.ClusterJobs;
import dev.weir.model.ClusterName;
import dev.weir.model.ClusterStatus;
import dev.weir.model.ClusterStatuses;
import dev.weir.model.ClustersOverview;
import dev.weir.monitor.Clusters;
import dev.weir.monitor.JobSearch;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletionStage;

/** All clusters at once: {@code /clusters}. Those that do not answer hold up none of it. */
@Path("clusters")
public final class ClustersResource {
  private final Clusters clusters;
  private final JobSearch jobs;

  /** Over the clusters of this server. */
  @Inject
  public ClustersResource(Clusters clusters, JobSearch jobs) {
    this.clusters = clusters;
    this.jobs = jobs;
  }

  /** How it stands with each. */
  @GET
  @Requires(AccessLevel.VIEW)
  public CompletionStage<ClusterStatuses> list() {
    return clusters.statuses();
  }

  /** What they have and do together, in counts. */
  @GET
  @Path("overview")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<ClustersOverview> overview() {
    return clusters.overview();
  }

  /** Their jobs. */
  @GET
  @Path("jobs")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<ClusterJobs> jobs(@BeanParam JobParameters parameters) {
    return jobs.find(parameters.toQuery());
  }

  /** How it stands with one of them. */
  @GET
  @Path("{name}")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<ClusterStatus> one(@PathParam("name") ClusterName name) {
    return clusters
        .find(name)
        .map(clusters::status)
        .orElseThrow(() -> ClusterSelector.unknown(name));
  }
}
