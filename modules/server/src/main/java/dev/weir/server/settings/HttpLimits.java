// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static java.util.Objects.requireNonNull;

import dev.weir.server.settings.keys.HttpKeys;
import dev.weir.server.settings.sources.ResolvedSettings;
import dev.weir.server.settings.sources.SettingsException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits on what a client may use.
 *
 * @param maxUrlBytes maximum size of the path and the query of a request
 * @param maxOptionsBytes maximum size of the body of a request that uploads nothing
 * @param requestTimeout how long the headers of a request may take to arrive
 * @param minBytesPerSecond minimum average rate at which a body arrives; 0 for no limit
 * @param maxConnections maximum number of connections in total
 * @param maxConnectionsPerClient maximum number of connections of one address
 * @param maxRequestsPerClient maximum number of concurrent requests of one address
 * @param requestsPerSecond maximum average rate of requests of one address; 0 for no limit
 * @param maxTransfersPerClient maximum number of logs sent to one address at a time, and of bodies
 *     received from it
 * @param watchdogTimeout how long a network thread may be busy with one connection
 * @param maxUnsentBytes maximum number of unsent bytes of answers to all clients together
 * @param hotAnswers whether answers are kept ready for repeated requests
 * @param http2 limits of HTTP/2
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
    return HttpLimits.builder()
        .maxUrlBytes(resolved.value(HttpKeys.MAX_URL_BYTES))
        .maxOptionsBytes(resolved.value(HttpKeys.MAX_OPTIONS_BYTES))
        .requestTimeout(resolved.value(HttpKeys.REQUEST_TIMEOUT))
        .minBytesPerSecond(resolved.value(HttpKeys.MIN_BYTES_PER_SECOND))
        .maxConnections(resolved.value(HttpKeys.MAX_CONNECTIONS))
        .maxConnectionsPerClient(resolved.value(HttpKeys.MAX_CONNECTIONS_PER_CLIENT))
        .maxRequestsPerClient(resolved.value(HttpKeys.MAX_REQUESTS_PER_CLIENT))
        .requestsPerSecond(resolved.value(HttpKeys.REQUESTS_PER_SECOND))
        .maxTransfersPerClient(resolved.value(HttpKeys.MAX_TRANSFERS_PER_CLIENT))
        .watchdogTimeout(resolved.value(HttpKeys.WATCHDOG_TIMEOUT))
        .maxUnsentBytes(
            resolved.optional(HttpKeys.MAX_UNSENT_BYTES).orElseGet(HttpLimits::eighthOfHeap))
        .hotAnswers(resolved.value(HttpKeys.HOT_ANSWERS))
        .http2(
            new Http2Limits(
                resolved.value(HttpKeys.MAX_STREAMS),
                resolved.value(HttpKeys.CONTROL_FRAMES_PER_SECOND),
                resolved.value(HttpKeys.H2C)))
        .build();
  }

  private static long eighthOfHeap() {
    return Runtime.getRuntime().maxMemory() / 8;
  }

  /** A builder that takes each component by its name. */
  static Builder builder() {
    return new Builder();
  }

  /** Takes the components by their names. */
  static final class Builder {
    private int maxUrlBytes;
    private int maxOptionsBytes;
    private @Nullable Duration requestTimeout;
    private int minBytesPerSecond;
    private int maxConnections;
    private int maxConnectionsPerClient;
    private int maxRequestsPerClient;
    private int requestsPerSecond;
    private int maxTransfersPerClient;
    private @Nullable Duration watchdogTimeout;
    private long maxUnsentBytes;
    private boolean hotAnswers;
    private @Nullable Http2Limits http2;

    private Builder() {}

    Builder maxUrlBytes(int value) {
      maxUrlBytes = value;
      return this;
    }

    Builder maxOptionsBytes(int value) {
      maxOptionsBytes = value;
      return this;
    }

    Builder requestTimeout(Duration value) {
      requestTimeout = value;
      return this;
    }

    Builder minBytesPerSecond(int value) {
      minBytesPerSecond = value;
      return this;
    }

    Builder maxConnections(int value) {
      maxConnections = value;
      return this;
    }

    Builder maxConnectionsPerClient(int value) {
      maxConnectionsPerClient = value;
      return this;
    }

    Builder maxRequestsPerClient(int value) {
      maxRequestsPerClient = value;
      return this;
    }

    Builder requestsPerSecond(int value) {
      requestsPerSecond = value;
      return this;
    }

    Builder maxTransfersPerClient(int value) {
      maxTransfersPerClient = value;
      return this;
    }

    Builder watchdogTimeout(Duration value) {
      watchdogTimeout = value;
      return this;
    }

    Builder maxUnsentBytes(long value) {
      maxUnsentBytes = value;
      return this;
    }

    Builder hotAnswers(boolean value) {
      hotAnswers = value;
      return this;
    }

    Builder http2(Http2Limits value) {
      http2 = value;
      return this;
    }

    /**
     * Builds the limits.
     *
     * @throws NullPointerException if a required component is missing
     */
    HttpLimits build() {
      return new HttpLimits(
          maxUrlBytes,
          maxOptionsBytes,
          requireNonNull(requestTimeout, "requestTimeout"),
          minBytesPerSecond,
          maxConnections,
          maxConnectionsPerClient,
          maxRequestsPerClient,
          requestsPerSecond,
          maxTransfersPerClient,
          requireNonNull(watchdogTimeout, "watchdogTimeout"),
          maxUnsentBytes,
          hotAnswers,
          requireNonNull(http2, "http2"));
    }
  }
}
