// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.resources.access.Requires;
import dev.weir.resources.change.ChangeBody;
import dev.weir.resources.change.Changes;
import dev.weir.resources.upload.UploadedFile;
import dev.weir.resources.upload.Uploads;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Flink's own API of a cluster: {@code /v1}. {@link Routes} has the addresses and their access
 * levels; those on the methods here are the least that any of the routes needs.
 */
@Path("v1")
@V1
public final class V1Resource {
  private static final String ANY = "{path: .+}";
  private static final String JOBS = "jobs";

  private final V1Reads reads;
  private final V1Changes changes;

  @Inject
  public V1Resource(V1Reads reads, V1Changes changes) {
    this.reads = reads;
    this.changes = changes;
  }

  /** A document or a file of the cluster. */
  @GET
  @Path(ANY)
  @Requires(AccessLevel.VIEW)
  public void read(
      @Suspended AsyncResponse response, @HeaderParam("Range") @Nullable String range) {
    reads.answer(response, range);
  }

  /** Flink's dashboard. */
  @GET
  @Requires(AccessLevel.VIEW)
  public void dashboard(@Suspended AsyncResponse response) {
    reads.answer(response, null);
  }

  /** All jobs: the address of submissions, too, is a path of its own for JAX-RS. */
  @GET
  @Path(JOBS)
  @Requires(AccessLevel.VIEW)
  public void jobs(@Suspended AsyncResponse response) {
    reads.answer(response, null);
  }

  /** Submits a job as Flink's client does. */
  @POST
  @Path(JOBS)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Changes
  @Uploads
  @Requires(AccessLevel.SUBMIT)
  public CompletionStage<Object> submit(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) throws IOException {
    return changes.submit(type, body);
  }

  /** Uploads a jar: the first part of the form that is a file. */
  @POST
  @Path("jars/upload")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Changes
  @Uploads
  @Requires(AccessLevel.SUBMIT)
  public CompletionStage<Object> upload(@Nullable UploadedFile file) throws IOException {
    if (file == null) {
      throw new NotSupportedException("A request without a content type has no file in it.");
    }
    try (file) {
      return changes.upload(file);
    }
  }

  /** Cancels a job; Flink's dashboard does so by GET. */
  @GET
  @Path("jobs/{jobid}/yarn-cancel")
  @Changes
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Object> cancelByGet() {
    return changes.send(ChangeBody.EMPTY);
  }

  /** A change by POST. */
  @POST
  @Path(ANY)
  @Changes
  @Requires(AccessLevel.LOGS)
  public CompletionStage<Object> post(ChangeBody body) {
    return changes.send(body);
  }

  /** A change by PATCH. */
  @PATCH
  @Path(ANY)
  @Changes
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Object> patch(ChangeBody body) {
    return changes.send(body);
  }

  /** A change by PUT. */
  @PUT
  @Path(ANY)
  @Changes
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Object> put(ChangeBody body) {
    return changes.send(body);
  }

  /** A deletion. */
  @DELETE
  @Path(ANY)
  @Changes
  @Requires(AccessLevel.OPERATE)
  public CompletionStage<Object> delete() {
    return changes.send(ChangeBody.EMPTY);
  }
}
