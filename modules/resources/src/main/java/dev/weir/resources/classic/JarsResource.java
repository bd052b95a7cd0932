// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.model.Done;
import dev.weir.model.jar.JarId;
import dev.weir.model.jar.JarList;
import dev.weir.model.jar.JarPlan;
import dev.weir.model.jar.JarRun;
import dev.weir.model.jar.JarUpload;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.resources.access.Requires;
import dev.weir.resources.change.ChangeBody;
import dev.weir.resources.change.Changes;
import dev.weir.resources.upload.UploadedFile;
import dev.weir.resources.upload.Uploads;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Uploaded programs: {@code /jars}. */
@Path("jars")
@Submits
public final class JarsResource {
  private final ClusterMonitor cluster;
  private final JarUploads uploads;

  @Inject
  public JarsResource(ClusterMonitor cluster, JarUploads uploads) {
    this.cluster = cluster;
    this.uploads = uploads;
  }

  /** The uploaded programs. */
  @GET
  @Requires(AccessLevel.SUBMIT)
  public CompletionStage<Snapshot<JarList>> list(@Context UriInfo uri) {
    String address = uri.getBaseUri().toString().replaceFirst("/$", "");
    return cluster.jars().thenApply(jars -> jars.map(list -> list.at(address)));
  }

  /** Uploads a program: the first part of the form that is a file, whatever its field name. */
  @POST
  @Path("upload")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Changes
  @Uploads
  @Requires(AccessLevel.SUBMIT)
  public CompletionStage<JarUpload> upload(@Nullable UploadedFile file) throws IOException {
    if (file == null) {
      throw new NotSupportedException("A request without a content type has no file in it.");
    }
    try (file) {
      return cluster.upload(uploads, file.name(), file.content());
    }
  }

  /** The plan of a run with the same parameters. */
  @GET
  @Path("{jarid}/plan")
  @Requires(AccessLevel.SUBMIT)
  public CompletionStage<JarPlan> plan(
      @PathParam("jarid") JarId jar, @BeanParam JarParameters parameters) {
    return cluster.plan(jar, parameters.toOptions(ChangeBody.EMPTY));
  }

  /** Runs a program. */
  @POST
  @Path("{jarid}/run")
  @Changes
  @Requires(AccessLevel.SUBMIT)
  public CompletionStage<JarRun> run(
      @PathParam("jarid") JarId jar, @BeanParam JarParameters parameters, ChangeBody body) {
    return cluster.run(jar, parameters.toOptions(body));
  }

  /** Removes a program. */
  @DELETE
  @Path("{jarid}")
  @Changes
  @Requires(AccessLevel.SUBMIT)
  public CompletionStage<Done> delete(@PathParam("jarid") JarId jar) {
    return cluster.delete(jar).thenApply(removed -> new Done());
  }
}
