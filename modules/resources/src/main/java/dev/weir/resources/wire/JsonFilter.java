// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.model.Problem;
import dev.weir.model.job.SavepointProblem;
import dev.weir.monitor.snapshots.Json;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;

/**
 * Sends entities made for one client as JSON: outcomes of changes, and problems. As in Flink 1.3,
 * the header {@code Accept} does not matter. The type of a problem links to its page on this
 * server.
 */
@Priority(FilterOrder.BYTES)
public final class JsonFilter implements ContainerResponseFilter {
  /** The media type of every document except problems. */
  public static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

  private static final MediaType PROBLEM = new MediaType("application", "problem+json");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Record outcome) {
      response.getHeaders().putSingle("Cache-Control", "no-store");
      if (outcome instanceof Problem problem) {
        send(response, PROBLEM, problem.below(ClusterSelector.serverPath(request)));
      } else if (outcome instanceof SavepointProblem problem) {
        send(response, PROBLEM, problem.below(ClusterSelector.serverPath(request)));
      } else {
        send(response, JSON, outcome);
      }
    }
  }

  private static void send(ContainerResponseContext response, MediaType type, Record body) {
    response.setEntity(Json.bytes(body), response.getEntityAnnotations(), type);
  }
}
