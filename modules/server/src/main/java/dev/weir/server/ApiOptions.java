// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.flink.Secrets;
import dev.weir.model.clusters.ClusterName;
import dev.weir.resources.browser.BrowserPolicy;
import dev.weir.resources.file.Transfers;
import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.resources.style.ClassicStyle;
import dev.weir.resources.v1.V1Options;
import dev.weir.resources.wire.ClusterHosts;
import dev.weir.server.settings.ServerTls;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.keys.AuditKeys;
import dev.weir.server.settings.keys.UpstreamKeys;
import dev.weir.server.settings.keys.V1Keys;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Options of the API, independent of the HTTP server.
 *
 * @param body limits on request bodies
 * @param clusterHosts host names that lead to one cluster
 * @param browsers policy for pages in browsers
 * @param submitEnabled whether jars may be uploaded and run
 * @param v1 what of Flink's own API is switched on
 * @param classic style of answers to requests that choose none
 * @param trustedProxies proxies whose statement about the client's address is trusted
 * @param transfers limits on logs sent at the same time
 * @param denialsPerMinute maximum number of audited denials per minute
 * @param secrets tells which keys name a secret
 */
public record ApiOptions(
    Body body,
    ClusterHosts clusterHosts,
    BrowserPolicy browsers,
    boolean submitEnabled,
    V1Options v1,
    ClassicStyle classic,
    TrustedProxies trustedProxies,
    Transfers transfers,
    int denialsPerMinute,
    Secrets secrets) {

  /** Maximum size of a form, apart from its file. */
  private static final int FORM_BYTES = 64 << 10;

  private static final List<String> ANY_HOST = List.of("*");

  /**
   * Limits on a request body.
   *
   * @param maxBytes maximum size of an upload with its form, in bytes
   * @param maxOptionsBytes maximum size of any other body, in bytes
   * @param minBytesPerSecond minimum average rate; 0 for no limit
   * @param grace how long a body may be slower than that
   */
  public record Body(long maxBytes, int maxOptionsBytes, int minBytesPerSecond, Duration grace) {}

  /**
   * Reads the options from the settings. Without configured host names, requests may name any host:
   * only the container knows its names.
   */
  public static ApiOptions of(Settings settings) {
    List<String> hosts = settings.server().hosts();
    return of(settings, hosts.isEmpty() ? ANY_HOST : hosts);
  }

  /**
   * Options of a standalone server, which answers to its own names besides the configured ones.
   *
   * @param names names of the machine and of the interface that the server listens on
   */
  public static ApiOptions ofStandalone(Settings settings, List<String> names) {
    List<String> hosts = Stream.concat(settings.server().hosts().stream(), names.stream()).toList();
    return of(settings, hosts);
  }

  private static ApiOptions of(Settings settings, List<String> hosts) {
    Settings.Server server = settings.server();
    ClusterHosts clusterHosts = clusterHosts(settings);
    return new ApiOptions(
        new Body(
            settings.submission().limits().maxBytes() + FORM_BYTES,
            server.limits().maxOptionsBytes(),
            server.limits().minBytesPerSecond(),
            server.limits().requestTimeout()),
        clusterHosts,
        new BrowserPolicy(
            Stream.concat(hosts.stream(), clusterHosts.names().stream()).toList(),
            server.allowOrigins(),
            server.tls().map(ServerTls::hsts).orElse(false)),
        settings.submission().enabled(),
        new V1Options(settings.value(V1Keys.SHUTDOWN), settings.value(V1Keys.DASHBOARD)),
        settings.classic(),
        new TrustedProxies(server.trustedProxies()),
        new Transfers(
            settings.value(UpstreamKeys.TRANSFERS), server.limits().maxTransfersPerClient()),
        settings.audit().denialsPerMinute(),
        new Secrets(settings.optional(AuditKeys.MASKED_KEYS).orElse(List.of())));
  }

  private static ClusterHosts clusterHosts(Settings settings) {
    Map<String, ClusterName> names = new HashMap<>();
    settings
        .clusters()
        .forEach(cluster -> cluster.hosts().forEach(host -> names.put(host, cluster.name())));
    return new ClusterHosts(names);
  }
}
