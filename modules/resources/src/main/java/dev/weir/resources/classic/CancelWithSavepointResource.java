// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.flink.SavepointOptions;
import dev.weir.model.job.JobId;
import dev.weir.model.job.SavepointProgress;
import dev.weir.model.job.SavepointRequestId;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.resources.access.Requires;
import dev.weir.resources.change.ChangeBody;
import dev.weir.resources.change.Changes;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;

/** Cancels one job once a savepoint is complete: {@code /jobs/<jobid>/cancel-with-savepoint}. */
@Path("jobs/{jobid}/cancel-with-savepoint")
public final class CancelWithSavepointResource {
  private final ClusterMonitor cluster;

  @Inject
  public CancelWithSavepointResource(ClusterMonitor cluster) {
    this.cluster = cluster;
  }

  /**
   * Starts the savepoint. It goes to the cluster's default directory, unless the query names one.
   */
  @GET
  @Changes
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Response> start(
      @PathParam("jobid") JobId job,
      @BeanParam SavepointParameters.OfCancel parameters,
      @Context UriInfo uri) {
    return start(job, parameters.toOptions(null, ChangeBody.EMPTY), uri);
  }

  /** The same by POST. */
  @POST
  @Changes
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Response> startByPost(
      @PathParam("jobid") JobId job,
      @BeanParam SavepointParameters.OfCancel parameters,
      @Context UriInfo uri,
      ChangeBody body) {
    return start(job, parameters.toOptions(null, body), uri);
  }

  /** Starts the savepoint into the directory of the path. */
  @GET
  @Path("target-directory/{directory:.+}")
  @Changes
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Response> startInto(
      @PathParam("jobid") JobId job,
      @PathParam("directory") String directory,
      @BeanParam SavepointParameters.OfCancel parameters,
      @Context UriInfo uri) {
    return start(job, parameters.toOptions(directory, ChangeBody.EMPTY), uri);
  }

  /** The same by POST. */
  @POST
  @Path("target-directory/{directory:.+}")
  @Changes
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Response> startIntoByPost(
      @PathParam("jobid") JobId job,
      @PathParam("directory") String directory,
      @BeanParam SavepointParameters.OfCancel parameters,
      @Context UriInfo uri,
      ChangeBody body) {
    return start(job, parameters.toOptions(directory, body), uri);
  }

  private CompletionStage<Response> start(JobId job, SavepointOptions options, UriInfo uri) {
    return cluster
        .cancelWithSavepoint(job, options)
        .thenApply(id -> accepted(id, uri.getBaseUri().getPath() + progressPath(job, id)));
  }

  private static Response accepted(SavepointRequestId id, String location) {
    return Response.accepted(SavepointProgress.accepted(id.value(), location))
        .header(HttpHeaders.LOCATION, location)
        .build();
  }

  private static String progressPath(JobId job, SavepointRequestId id) {
    return "jobs/" + job + "/cancel-with-savepoint/in-progress/" + id;
  }

  /** The progress: 202 under way, 201 done, 500 failed, 400 for an unknown request id. */
  @GET
  @Path("in-progress/{requestid}")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Response> progress(
      @PathParam("jobid") JobId job, @PathParam("requestid") SavepointRequestId id) {
    return cluster
        .savepointProgress(job, id)
        .thenApply(
            known ->
                known
                    .map(progress -> Response.status(statusOf(progress)).entity(progress))
                    .orElseGet(() -> unknown(id))
                    .build());
  }

  private static Response.ResponseBuilder unknown(SavepointRequestId id) {
    return Response.status(Response.Status.BAD_REQUEST)
        .entity(SavepointProgress.failed(id.value(), "Unknown job/request ID"));
  }

  private static Response.Status statusOf(SavepointProgress progress) {
    return switch (progress.status()) {
      case "success" -> Response.Status.CREATED;
      case "failed" -> Response.Status.INTERNAL_SERVER_ERROR;
      default -> Response.Status.ACCEPTED;
    };
  }
}
