// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.resources.access.AccessFilter;
import dev.weir.resources.audit.AuditFilter;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.ProblemException;
import dev.weir.resources.wire.SkippedByHotAnswers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Finds the route of a request of Flink's API, and with it the access level that it needs. */
@V1
@Priority(FilterOrder.ROUTE)
@SkippedByHotAnswers
public final class RouteFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    List<String> path = segments(request.getUriInfo().getPath(false));
    String method =
        request.getMethod().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.getMethod();
    if (method.equals(HttpMethod.OPTIONS)) {
      return;
    }
    Route route =
        Routes.find(method, path)
            .or(() -> Routes.findFile(method, path))
            .orElseThrow(() -> none(method, path));
    AskedRoute asked =
        new AskedRoute(
            route,
            route.match(path).orElseThrow().checked(),
            request.getUriInfo().getQueryParameters());
    asked.putInto(request);
    AccessFilter.require(request, route.level());
    AuditFilter.about(
        request,
        asked.variables().value("jobid").orElse(null),
        asked.variables().value("jarid").orElse(null));
    if (route.kind() == Route.Kind.MESSAGE) {
      AuditFilter.omit(request);
    }
  }

  /** What is left of a path below {@code v1}. */
  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/")).skip(1).toList();
  }

  private static ProblemException none(String method, List<String> path) {
    Set<String> others = Routes.methods(path);
    String address = "/v1/" + Printable.of(String.join("/", path));
    return others.isEmpty()
        ? new ProblemException(
            ProblemKind.UNKNOWN_ADDRESS, "Flink's API has nothing at " + address + ".")
        : new ProblemException(
                ProblemKind.METHOD_NOT_ALLOWED,
                method
                    + " is not possible at "
                    + address
                    + ", only "
                    + String.join(", ", others)
                    + ".")
            .with(HttpHeaders.ALLOW, String.join(", ", others));
  }
}
