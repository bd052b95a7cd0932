// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.monitor.snapshots.SnapshotRef;
import dev.weir.resources.access.Requires;
import dev.weir.resources.wire.ClusterSelector;
import dev.weir.resources.wire.SnapshotFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps answers as they go out, after every other filter, for those who ask the same next. */
@Priority(HotAnswerFilter.AFTER_ALL_OTHERS)
public final class HotAnswerFilter implements ContainerResponseFilter {
  static final int AFTER_ALL_OTHERS = 0;

  /** The property of a request with the address that its answer may be kept under. */
  public static final String ADDRESS = HotAnswerFilter.class.getName() + ".address";

  /** 304 as well: where all who poll have the document, there is no 200 to make it from. */
  private static final Set<Integer> AS_SNAPSHOT = Set.of(200, 304);

  /** Those that depend on the snapshot and its age, or on the form that is sent. */
  private static final Set<String> OF_ONE_ANSWER = ofOneAnswer();

  private final HotAnswers answers;
  private final Clusters clusters;

  @Context private ResourceInfo resource;

  public HotAnswerFilter(HotAnswers answers, Clusters clusters) {
    this.answers = answers;
    this.clusters = clusters;
  }

  private static Set<String> ofOneAnswer() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(
        Set.of(
            "Age",
            "Content-Encoding",
            "Content-Length",
            "Content-Type",
            "ETag",
            "Last-Modified",
            SnapshotFilter.FRESHNESS));
    return names;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String host = request.getHeaderString("Host");
    if (AS_SNAPSHOT.contains(response.getStatus())
        && host != null
        && request.getProperty(ADDRESS) instanceof String address
        && request.getProperty(SnapshotFilter.SNAPSHOT) instanceof Snapshot<?> snapshot) {
      SnapshotRef<?> snapshots = snapshot.latest();
      Requires required = resource.getResourceMethod().getAnnotation(Requires.class);
      if (snapshots != null && required.about() == Requires.About.CLUSTER) {
        answers.keep(
            address,
            new HotAnswer(
                snapshots,
                host,
                ClusterSelector.selected(request, clusters).name(),
                required.value(),
                headers(response)));
      }
    }
  }

  private static Map<String, String> headers(ContainerResponseContext response) {
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .getStringHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_ONE_ANSWER.contains(name)) {
                headers.put(name, String.join(", ", values));
              }
            });
    return headers;
  }
}
