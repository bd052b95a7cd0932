// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.monitor.snapshots.SnapshotRef;
import dev.weir.resources.access.AccessFilter;
import dev.weir.resources.wire.ClusterSelector;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.SnapshotFilter;
import dev.weir.resources.wire.SnapshotHeaders;
import dev.weir.security.AccessLevel;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Keeps answers of snapshots as they go out, for those who ask for the same address next. */
@Priority(FilterOrder.KEEP)
final class HotAnswerFilter implements ContainerResponseFilter {
  /** The property of a request with the address that its answer may be kept under. */
  static final String ADDRESS = HotAnswerFilter.class.getName() + ".address";

  /** With 304 too: where each client has the document already, there is no 200 to keep. */
  private static final Set<Integer> AS_SNAPSHOT = Set.of(200, 304);

  private final HotAnswers answers;
  private final Clusters clusters;

  HotAnswerFilter(HotAnswers answers, Clusters clusters) {
    this.answers = answers;
    this.clusters = clusters;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (AS_SNAPSHOT.contains(response.getStatus())
        && RequestFilters.areSkippable(request)
        && request.getProperty(ADDRESS) instanceof HotAddress address
        && request.getProperty(SnapshotFilter.SNAPSHOT) instanceof Snapshot<?> snapshot) {
      SnapshotRef<?> snapshots = snapshot.latest();
      AccessLevel required = AccessFilter.required(request).orElse(null);
      if (snapshots != null && required != null) {
        answers.keep(
            address,
            new HotAnswer(
                snapshots,
                ClusterSelector.selected(request, clusters).name(),
                required,
                headers(response)));
      }
    }
  }

  /** Those of other filters; they are the same for each snapshot. */
  private static Map<String, String> headers(ContainerResponseContext response) {
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .getStringHeaders()
        .forEach(
            (name, values) -> {
              if (!SnapshotHeaders.contain(name)) {
                headers.put(name, String.join(", ", values));
              }
            });
    return headers;
  }
}
