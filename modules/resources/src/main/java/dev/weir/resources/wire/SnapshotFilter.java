// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.monitor.snapshots.Snapshot;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.InstantSource;

/** Sends the bytes of a snapshot with its headers, or a status without a body. */
@Priority(FilterOrder.BYTES)
public final class SnapshotFilter implements ContainerResponseFilter {
  /** Request property with the snapshot in the answer. */
  public static final String SNAPSHOT = "dev.weir.resources.snapshot";

  private final InstantSource clock;

  @Inject
  public SnapshotFilter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Snapshot<?> snapshot) {
      request.setProperty(SNAPSHOT, snapshot);
      SnapshotHeaders answer =
          SnapshotHeaders.of(snapshot, clock.instant(), request::getHeaderString);
      if (answer.status() == 200) {
        response.setEntity(answer.body());
      } else {
        response.setStatus(answer.status());
        response.setEntity(null);
      }
      MultivaluedMap<String, Object> headers = response.getHeaders();
      answer.values().forEach(headers::putSingle);
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
      headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
  }
}
