// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.model.Done;
import dev.weir.model.job.JobId;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.resources.access.Requires;
import dev.weir.resources.change.ChangeBody;
import dev.weir.resources.change.Changes;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletionStage;

/**
 * Ends one job: {@code /jobs/<jobid>/cancel} and {@code /jobs/<jobid>/stop}.
 *
 * <p>{@code yarn-cancel} and {@code yarn-stop} do the same. All of them also work by GET, for
 * proxies that let nothing else through.
 */
@Path("jobs/{jobid}")
@Changes
public final class JobControlResource {
  private static final String CANCEL = "{way:cancel|yarn-cancel}";
  private static final String STOP = "{way:stop|yarn-stop}";

  private final ClusterMonitor cluster;

  @Inject
  public JobControlResource(ClusterMonitor cluster) {
    this.cluster = cluster;
  }

  /** Requests that the job be cancelled. */
  @DELETE
  @Path(CANCEL)
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Done> cancel(
      @PathParam("jobid") JobId job,
      @BeanParam SavepointParameters.OfPlainCancel none,
      ChangeBody body) {
    none.require(body);
    return cluster.cancel(job).thenApply(taken -> new Done());
  }

  /** The same by POST. */
  @POST
  @Path(CANCEL)
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Done> cancelByPost(
      @PathParam("jobid") JobId job,
      @BeanParam SavepointParameters.OfPlainCancel none,
      ChangeBody body) {
    return cancel(job, none, body);
  }

  /** The same by GET. */
  @GET
  @Path(CANCEL)
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Done> cancelByGet(
      @PathParam("jobid") JobId job, @BeanParam SavepointParameters.OfPlainCancel none) {
    return cancel(job, none, ChangeBody.EMPTY);
  }

  /** Requests that the job be stopped with a savepoint. */
  @DELETE
  @Path(STOP)
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Done> stop(
      @PathParam("jobid") JobId job,
      @BeanParam SavepointParameters.OfStop parameters,
      ChangeBody body) {
    return cluster.stop(job, parameters.toOptions(body)).thenApply(taken -> new Done());
  }

  /** The same by POST. */
  @POST
  @Path(STOP)
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Done> stopByPost(
      @PathParam("jobid") JobId job,
      @BeanParam SavepointParameters.OfStop parameters,
      ChangeBody body) {
    return stop(job, parameters, body);
  }

  /** The same by GET. */
  @GET
  @Path(STOP)
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Done> stopByGet(
      @PathParam("jobid") JobId job, @BeanParam SavepointParameters.OfStop parameters) {
    return stop(job, parameters, ChangeBody.EMPTY);
  }
}
