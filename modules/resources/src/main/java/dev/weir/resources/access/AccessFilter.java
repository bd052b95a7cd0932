// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import dev.weir.model.ProblemKind;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.Clusters;
import dev.weir.resources.wire.ClusterSelector;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.ProblemException;
import dev.weir.resources.wire.SkippedByHotAnswers;
import dev.weir.security.AccessLevel;
import dev.weir.security.Caller;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rejects callers below the access level that a resource method requires. */
@Priority(FilterOrder.ACCESS)
@SkippedByHotAnswers
public final class AccessFilter implements ContainerRequestFilter {
  private static final String LEVEL = AccessFilter.class.getName() + ".level";

  private final CallerResolver callers;
  private final Clusters clusters;

  @Context private ResourceInfo resource;

  @Inject
  public AccessFilter(CallerResolver callers, Clusters clusters) {
    this.callers = callers;
    this.clusters = clusters;
  }

  /** Requires a level that the annotation of the method cannot say, since the path has it. */
  public static void require(ContainerRequestContext request, AccessLevel level) {
    request.setProperty(LEVEL, level);
  }

  /** The level on the cluster that a request needed; empty if the answer is about no cluster. */
  public static Optional<AccessLevel> required(ContainerRequestContext request) {
    return request.getProperty(LEVEL) instanceof AccessLevel level
        ? Optional.of(level)
        : Optional.empty();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Requires required = required();
    if (required != null) {
      Caller caller = KnownCaller.of(request.getSecurityContext());
      AccessLevel level = required(request).orElse(required.value());
      Refusals.require(caller, about(required, request), level, callers.challenges());
      if (required.about() == Requires.About.CLUSTER) {
        require(request, level);
      }
    } else if (!request.getMethod().equals(HttpMethod.OPTIONS) && !isForAnybody()) {
      // JAX-RS itself answers OPTIONS; that is no resource method.
      throw new ProblemException(
          ProblemKind.FORBIDDEN, "Forbidden: this operation declares no access level.");
    }
  }

  private @Nullable Requires required() {
    Method method = resource.getResourceMethod();
    return method == null ? null : method.getAnnotation(Requires.class);
  }

  private boolean isForAnybody() {
    Method method = resource.getResourceMethod();
    return method != null && method.isAnnotationPresent(PermitAll.class);
  }

  private @Nullable ClusterName about(Requires required, ContainerRequestContext request) {
    return required.about() == Requires.About.SERVER
        ? null
        : ClusterSelector.selected(request, clusters).name();
  }
}
