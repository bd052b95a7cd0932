// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.style;

import dev.weir.model.Problem;
import dev.weir.model.job.SavepointProblem;
import dev.weir.resources.wire.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.regex.Pattern;

/**
 * Puts a word into the {@code status} of a problem where scripts of Flink 1.3 wait for one. A
 * number would make them wait for ever. Temporary problems keep their number, and scripts go on
 * waiting.
 */
@Priority(FilterOrder.ORDINARY)
public final class SavepointProblemFilter implements ContainerResponseFilter {
  private static final Pattern PROGRESS =
      Pattern.compile("/?jobs/[^/]+/cancel-with-savepoint/in-progress/.+");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem
        && (problem.status() == 400 || problem.status() == 404)
        && PROGRESS.matcher(request.getUriInfo().getPath(false)).matches()) {
      response.setEntity(
          SavepointProblem.of(problem, problem.status() == 400 ? "failed" : "unknown"));
    }
  }
}
