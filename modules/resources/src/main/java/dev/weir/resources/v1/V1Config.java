// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.flink.raw.RawJson;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.snapshots.Json;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.resources.access.AccessFilter;
import dev.weir.resources.access.KnownCaller;
import dev.weir.security.AccessLevel;
import dev.weir.security.Grants;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Flink's web configuration for one caller. Flink's dashboard shows a button only if its feature is
 * on here, so each is on only for callers who may use it.
 */
public final class V1Config {
  static final String PATH = "/config";

  private static final String FEATURES = "features";
  private static final Map<String, AccessLevel> LEVELS =
      Map.of(
          "web-submit", AccessLevel.SUBMIT,
          "web-cancel", AccessLevel.OPERATE,
          "web-rescale", AccessLevel.OPERATE);

  private final ClusterMonitor cluster;
  private final boolean submitEnabled;
  private final ContainerRequestContext request;

  @Inject
  public V1Config(
      ClusterMonitor cluster,
      @Named("submit-enabled") Boolean submitEnabled,
      ContainerRequestContext request) {
    this.cluster = cluster;
    this.submitEnabled = submitEnabled;
    this.request = request;
  }

  /** The configuration, from a snapshot. */
  CompletableFuture<Snapshot<?>> read() {
    Grants grants = KnownCaller.of(request.getSecurityContext()).grants();
    return cluster
        .api()
        .read(PATH)
        .thenApply(
            config -> {
              if (!grants.allow(cluster.name(), AccessLevel.SUBMIT)) {
                return config.map(json -> limited(json, grants));
              }
              // Only callers of this level may get the answer again.
              AccessFilter.require(request, AccessLevel.SUBMIT);
              return config.view("for-submitters", json -> limited(json, grants));
            });
  }

  private Map<String, Object> limited(RawJson json, Grants grants) {
    Map<String, Object> config = new LinkedHashMap<>(Json.members(json.bytes()).orElseThrow());
    if (config.get(FEATURES) instanceof Map<?, ?> features) {
      Map<Object, Object> allowed = new LinkedHashMap<>(features);
      allowed.replaceAll((name, on) -> isAllowed(name, grants) ? on : false);
      config.put(FEATURES, allowed);
    }
    return config;
  }

  private boolean isAllowed(Object feature, Grants grants) {
    AccessLevel level = LEVELS.get(String.valueOf(feature));
    return level == null
        || (grants.allow(cluster.name(), level) && (level != AccessLevel.SUBMIT || submitEnabled));
  }
}
