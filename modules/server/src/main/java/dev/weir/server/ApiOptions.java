// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.flink.Secrets;
import dev.weir.resources.browser.BrowserPolicy;
import dev.weir.resources.file.Transfers;
import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.resources.style.ClassicStyle;
import dev.weir.server.settings.ServerTls;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.keys.AuditKeys;
import dev.weir.server.settings.keys.UpstreamKeys;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the API allows, whatever serves it.
 *
 * @param body what the body of a request may be
 * @param browsers what pages in browsers may do
 * @param submitEnabled whether programs may be uploaded and run
 * @param classic how answers are worded where a request does not say
 * @param trustedProxies whose word on where a request comes from counts
 * @param transfers how many logs are sent at a time
 * @param denialsPerMinute how many denied requests are written down in a minute
 * @param secrets which keys name a secret
 */
public record ApiOptions(
    Body body,
    BrowserPolicy browsers,
    boolean submitEnabled,
    ClassicStyle classic,
    TrustedProxies trustedProxies,
    Transfers transfers,
    int denialsPerMinute,
    Secrets secrets) {

  /** What a form may have around the file in it. */
  private static final int FORM_BYTES = 64 << 10;

  private static final List<String> ANY_HOST = List.of("*");

  /**
   * What the body of a request may be.
   *
   * @param maxBytes the size of an upload
   * @param maxOptionsBytes the size of any other
   * @param minBytesPerSecond what it has to arrive at on average; 0 for no limit
   * @param grace how long it may be slower than that
   */
  public record Body(long maxBytes, int maxOptionsBytes, int minBytesPerSecond, Duration grace) {}

  /**
   * Takes them out of the settings. The names that the server may be called by are those given, or
   * any: a container knows its own.
   */
  public static ApiOptions of(Settings settings) {
    List<String> hosts = settings.server().hosts();
    return of(settings, hosts.isEmpty() ? ANY_HOST : hosts);
  }

  /**
   * The same for a server that knows what it is called besides the names given.
   *
   * @param names those of the machine and of the interface that is listened on
   */
  public static ApiOptions ofStandalone(Settings settings, List<String> names) {
    List<String> hosts = Stream.concat(settings.server().hosts().stream(), names.stream()).toList();
    return of(settings, hosts);
  }

  private static ApiOptions of(Settings settings, List<String> hosts) {
    Settings.Server server = settings.server();
    return new ApiOptions(
        new Body(
            settings.submission().limits().maxBytes() + FORM_BYTES,
            server.limits().maxOptionsBytes(),
            server.limits().minBytesPerSecond(),
            server.limits().requestTimeout()),
        new BrowserPolicy(
            hosts, server.allowOrigins(), server.tls().map(ServerTls::hsts).orElse(false)),
        settings.submission().enabled(),
        settings.classic(),
        new TrustedProxies(server.trustedProxies()),
        new Transfers(
            settings.value(UpstreamKeys.TRANSFERS), server.limits().maxTransfersPerClient()),
        settings.audit().denialsPerMinute(),
        new Secrets(settings.optional(AuditKeys.MASKED_KEYS).orElse(List.of())));
  }
}
