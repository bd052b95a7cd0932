// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Ignores the header {@code Accept}. Flink 1.3 always answered JSON, and browsers ask for {@code
 * text/html}.
 */
@PreMatching
@Priority(FilterOrder.ORDINARY)
@SkippedByHotAnswers
public final class AcceptAnythingFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
  }
}
