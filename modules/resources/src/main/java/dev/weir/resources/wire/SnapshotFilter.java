// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.monitor.snapshots.Representation;
import dev.weir.monitor.snapshots.Snapshot;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Sends the bytes of a snapshot, compressed for those who take that, or 304 to those who have them;
 * and says how old they are.
 */
@Priority(Priorities.ENTITY_CODER)
public final class SnapshotFilter implements ContainerResponseFilter {
  /** The property of a request with the snapshot that it is answered with. */
  public static final String SNAPSHOT = "dev.weir.resources.snapshot";

  /** The header that says how far an answer can be trusted. */
  public static final String FRESHNESS = "Weir-Freshness";

  /** What is smaller than a packet gains nothing by being compressed. */
  private static final int SMALLEST_COMPRESSED = 1024;

  private final InstantSource clock;

  /** Ages are by that clock. */
  @Inject
  public SnapshotFilter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Snapshot<?> snapshot) {
      request.setProperty(SNAPSHOT, snapshot);
      describe(snapshot, response.getHeaders());
      send(snapshot.representation(), request, response);
    }
  }

  private void describe(Snapshot<?> snapshot, MultivaluedMap<String, Object> headers) {
    Instant now = clock.instant();
    headers.putSingle("Age", snapshot.age(now).toSeconds());
    headers.putSingle(HttpHeaders.LAST_MODIFIED, Date.from(snapshot.takenAt()));
    headers.putSingle(FRESHNESS, snapshot.freshness(now).label());
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
  }

  private static void send(
      Representation representation,
      ContainerRequestContext request,
      ContainerResponseContext response) {
    boolean compressed =
        isCompressed(representation, request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    String tag = compressed ? representation.gzipTag() : representation.tag();
    response.getHeaders().putSingle(HttpHeaders.ETAG, new EntityTag(tag));
    if (!EntityTags.isAllowed(request.getHeaderString(HttpHeaders.IF_MATCH), tag)) {
      sendNothing(response, Status.PRECONDITION_FAILED);
      return;
    }
    if (EntityTags.isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      sendNothing(response, Status.NOT_MODIFIED);
      return;
    }
    if (compressed) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    JsonFilter.send(response, compressed ? representation.gzip() : representation.identity());
  }

  private static void sendNothing(ContainerResponseContext response, Status status) {
    response.setStatusInfo(status);
    response.setEntity(null);
  }

  /** Whether it goes out compressed to those who say that about encodings; null for nothing. */
  public static boolean isCompressed(
      Representation representation, @Nullable String acceptEncoding) {
    return representation.identity().length >= SMALLEST_COMPRESSED && takesGzip(acceptEncoding);
  }

  static boolean takesGzip(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    for (String coding : acceptEncoding.split(",", -1)) {
      String[] parts = coding.strip().split("\\s*;\\s*q\\s*=\\s*", 2);
      if (parts[0].equalsIgnoreCase("gzip") || parts[0].equalsIgnoreCase("x-gzip")) {
        return parts.length == 1 || !parts[1].matches("0(\\.0*)?");
      }
    }
    return false;
  }
}
