// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.server.settings.keys.HttpKeys;
import dev.weir.server.settings.sources.ResolvedSettings;
import dev.weir.server.settings.sources.SettingsException;
import java.time.Duration;

/**
 * What a client may take of the server.
 *
 * @param maxUrlBytes the path and the query of a request
 * @param maxOptionsBytes the body of a request that uploads nothing
 * @param requestTimeout how long the headers of a request may take to arrive
 * @param minBytesPerSecond what the body of a request must arrive at on average; 0 for no limit
 * @param maxConnections all connections together
 * @param maxConnectionsPerClient those of one address
 * @param maxRequestsPerClient the requests of one address that are under way
 * @param requestsPerSecond those of one address in a second on average; 0 for no limit
 * @param maxTransfersPerClient logs that one address is sent at a time, and bodies that it sends
 * @param watchdogTimeout how long a network thread may be busy with one connection
 * @param maxUnsentBytes what all clients together may have asked for and not taken
 * @param hotAnswers whether answers are kept ready for requests that come again
 * @param http2 connections of HTTP/2
 */
public record HttpLimits(
    int maxUrlBytes,
    int maxOptionsBytes,
    Duration requestTimeout,
    int minBytesPerSecond,
    int maxConnections,
    int maxConnectionsPerClient,
    int maxRequestsPerClient,
    int requestsPerSecond,
    int maxTransfersPerClient,
    Duration watchdogTimeout,
    long maxUnsentBytes,
    boolean hotAnswers,
    Http2Limits http2) {
  static HttpLimits of(ResolvedSettings resolved) throws SettingsException {
    return new HttpLimits(
        resolved.value(HttpKeys.MAX_URL_BYTES),
        resolved.value(HttpKeys.MAX_OPTIONS_BYTES),
        resolved.value(HttpKeys.REQUEST_TIMEOUT),
        resolved.value(HttpKeys.MIN_BYTES_PER_SECOND),
        resolved.value(HttpKeys.MAX_CONNECTIONS),
        resolved.value(HttpKeys.MAX_CONNECTIONS_PER_CLIENT),
        resolved.value(HttpKeys.MAX_REQUESTS_PER_CLIENT),
        resolved.value(HttpKeys.REQUESTS_PER_SECOND),
        resolved.value(HttpKeys.MAX_TRANSFERS_PER_CLIENT),
        resolved.value(HttpKeys.WATCHDOG_TIMEOUT),
        resolved.optional(HttpKeys.MAX_UNSENT_BYTES).orElseGet(HttpLimits::eighthOfHeap),
        resolved.value(HttpKeys.HOT_ANSWERS),
        new Http2Limits(
            resolved.value(HttpKeys.MAX_STREAMS),
            resolved.value(HttpKeys.CONTROL_FRAMES_PER_SECOND),
            resolved.value(HttpKeys.H2C)));
  }

  private static long eighthOfHeap() {
    return Runtime.getRuntime().maxMemory() / 8;
  }
}
