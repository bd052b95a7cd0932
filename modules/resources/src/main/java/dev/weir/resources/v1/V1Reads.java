// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.flink.raw.RawJson;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.resources.file.TextFiles;
import dev.weir.resources.wire.JsonFilter;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers reads of Flink's API, each in the way of its route. */
public final class V1Reads {
  private final ClusterMonitor cluster;
  private final V1Config config;
  private final V1Changes changes;
  private final TextFiles files;
  private final Dashboard dashboard;
  private final ContainerRequestContext request;

  @Inject
  public V1Reads(
      ClusterMonitor cluster,
      V1Config config,
      V1Changes changes,
      TextFiles files,
      Dashboard dashboard,
      ContainerRequestContext request) {
    this.cluster = cluster;
    this.config = config;
    this.changes = changes;
    this.files = files;
    this.dashboard = dashboard;
    this.request = request;
  }

  /**
   * Answers a read.
   *
   * @param range the request header {@code Range}; null if absent
   */
  void answer(AsyncResponse response, @Nullable String range) {
    AskedRoute asked = AskedRoute.of(request);
    if (asked.route().kind() == Route.Kind.FILE) {
      files.send(
          () -> cluster.api().open(asked.path()),
          range,
          response,
          thrown -> V1ErrorFilter.failed(request, thrown));
    } else {
      var unused =
          answer(asked)
              .whenComplete(
                  (entity, thrown) -> {
                    if (thrown == null) {
                      response.resume(entity);
                    } else {
                      response.resume(V1ErrorFilter.failed(request, thrown));
                    }
                  });
    }
  }

  private CompletableFuture<?> answer(AskedRoute asked) {
    return switch (asked.route().kind()) {
      case SNAPSHOT ->
          asked.path().equals(V1Config.PATH) ? config.read() : cluster.api().read(asked.address());
      case DASHBOARD -> page(asked.path());
      case LIVE -> cluster.api().readLive(asked.address()).thenApply(V1Reads::live);
      default -> changes.read(asked);
    };
  }

  /** The address of the page ends in a slash, so that its files are below it. */
  private CompletableFuture<Response> page(String path) {
    boolean open = request.getUriInfo().getPath().endsWith("/") || !path.isEmpty();
    return dashboard
        .file(path.isEmpty() ? "" : path.substring(1))
        .thenApply(
            file ->
                open
                    ? file.answer(
                        request.getHeaderString(HttpHeaders.ACCEPT_ENCODING),
                        request.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                    : Response.status(Response.Status.MOVED_PERMANENTLY)
                        // As text: Jersey would make it absolute, without the prefix of a proxy.
                        .header(HttpHeaders.LOCATION, "v1/")
                        .build());
  }

  private static Response live(RawJson json) {
    return Response.ok(json.bytes(), JsonFilter.JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
