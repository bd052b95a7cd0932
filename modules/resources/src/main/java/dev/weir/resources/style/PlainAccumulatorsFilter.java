// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.style;

import dev.weir.model.WithAccumulators;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.resources.wire.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Sends accumulator values without their types, if the request or the configuration asks for it.
 */
@Priority(FilterOrder.CLASSIC)
public final class PlainAccumulatorsFilter implements ContainerResponseFilter {
  private final ClassicStyle configured;

  @Inject
  public PlainAccumulatorsFilter(ClassicStyle configured) {
    this.configured = configured;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Snapshot<?> snapshot
        && snapshot.value() instanceof WithAccumulators<?>) {
      response.getHeaders().add(HttpHeaders.VARY, ClassicStyleFilter.ACCUMULATORS);
      if (ClassicStyleFilter.of(request, configured).accumulators()
          == ClassicStyle.Accumulators.PLAIN) {
        response.setEntity(
            snapshot.view("plain", document -> ((WithAccumulators<?>) document).plain()));
      }
    }
  }
}
