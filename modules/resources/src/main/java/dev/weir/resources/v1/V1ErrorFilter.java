// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.flink.ClusterException;
import dev.weir.flink.raw.FlinkError;
import dev.weir.model.Problem;
import dev.weir.monitor.Clusters;
import dev.weir.resources.access.KnownCaller;
import dev.weir.resources.wire.ClusterSelector;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.JsonFilter;
import dev.weir.resources.wire.V1Path;
import dev.weir.security.AccessLevel;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Gives problems of Flink's API the form and the status that Flink's clients understand.
 *
 * <p>A client of Flink sends a request again after a 503, and gives up after any other error. A
 * read that the cluster has not answered may be sent again, and so may a change that was not sent:
 * both become a 503.
 */
@Priority(FilterOrder.CLASSIC)
public final class V1ErrorFilter implements ContainerResponseFilter {
  private static final String CAUSE = V1ErrorFilter.class.getName() + ".cause";
  private static final String UNSENT = V1ErrorFilter.class.getName() + ".unsent";
  private static final int TIMEOUT = 504;
  private static final int UNAVAILABLE = 503;

  private final Clusters clusters;

  @Inject
  public V1ErrorFilter(Clusters clusters) {
    this.clusters = clusters;
  }

  /** Notes what Flink has said of a failure of a request, and returns the failure itself. */
  static Throwable failed(ContainerRequestContext request, Throwable thrown) {
    Throwable cause = ClusterException.unwrap(thrown);
    if (cause instanceof ClusterException failure) {
      failure.quoted().ifPresent(error -> request.setProperty(CAUSE, error));
      if (failure.isUnsent()) {
        request.setProperty(UNSENT, true);
      }
    }
    return cause;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem
        && V1Path.contains(request.getUriInfo().getPath())) {
      FlinkError error = request.getProperty(CAUSE) instanceof FlinkError quoted ? quoted : null;
      response.setStatus(error == null ? status(request, problem) : error.status());
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setEntity(
          V1Path.error(text(request, problem, error)),
          response.getEntityAnnotations(),
          JsonFilter.JSON);
    }
  }

  private static int status(ContainerRequestContext request, Problem problem) {
    boolean repeatable = AskedRoute.reads(request) || request.getProperty(UNSENT) != null;
    return repeatable && problem.status() == TIMEOUT ? UNAVAILABLE : problem.status();
  }

  /** A stack trace goes only to callers who may run programs anyway, and need it for that. */
  private String text(
      ContainerRequestContext request, Problem problem, @Nullable FlinkError error) {
    return error != null
            && KnownCaller.of(request.getSecurityContext())
                .grants()
                .allow(ClusterSelector.selected(request, clusters).name(), AccessLevel.SUBMIT)
        ? error.text()
        : problem.detail();
  }
}
