// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.upload;

import dev.weir.model.ProblemKind;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.monitor.jars.UploadRoom;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.ProblemException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;

/**
 * Limits the uploads per minute. Reserves disk space before an upload is read, and releases it at
 * the end.
 */
@Uploads
@Priority(FilterOrder.UPLOAD)
public final class UploadFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String ROOM = UploadFilter.class.getName() + ".room";

  private final JarUploads uploads;

  @Inject
  public UploadFilter(JarUploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Duration wait = uploads.next();
    if (!wait.isZero()) {
      throw new ProblemException(
              ProblemKind.TOO_MANY_REQUESTS, "More uploads than weir.upload.per-minute allows.")
          .with(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1);
    }
    request.setProperty(ROOM, uploads.room(length(request)));
  }

  /** The length of the body in bytes; -1 if unknown. JAX-RS has it as an int only. */
  private static long length(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(ROOM) instanceof UploadRoom room) {
      room.close();
    }
  }
}
