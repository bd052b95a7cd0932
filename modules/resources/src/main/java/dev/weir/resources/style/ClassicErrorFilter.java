// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.style;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.model.Problem;
import dev.weir.resources.wire.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/**
 * Replaces problems by the answers of Flink 1.3.2, if the request or the configuration asks for it.
 */
@Priority(FilterOrder.CLASSIC)
public final class ClassicErrorFilter implements ContainerResponseFilter {
  private static final Pattern OF_CLUSTER = Pattern.compile("^clusters/[^/]+/(?=.)");

  private final ClassicStyle configured;

  @Inject
  public ClassicErrorFilter(ClassicStyle configured) {
    this.configured = configured;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Problem problem)) {
      return;
    }
    response.getHeaders().add(HttpHeaders.VARY, ClassicStyleFilter.ERRORS);
    String path = OF_CLUSTER.matcher(request.getUriInfo().getPath()).replaceFirst("");
    if (ClassicStyleFilter.of(request, configured).errors() == ClassicStyle.Errors.AS_1_3
        && ClassicErrors.concern(path)) {
      boolean matched = !request.getUriInfo().getMatchedResources().isEmpty();
      ClassicErrors.Answer answer =
          matched ? ClassicErrors.of(path, problem) : ClassicErrors.refused(problem);
      response.setStatus(answer.status());
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setEntity(
          answer.body().getBytes(UTF_8), response.getEntityAnnotations(), answer.type());
    }
  }
}
