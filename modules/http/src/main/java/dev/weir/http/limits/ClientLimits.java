// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weir.resources.proxy.Shares;
import dev.weir.server.settings.HttpLimits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;

/** Counts requests in progress and requests a second, for each client. */
public final class ClientLimits {
  private static final int REMEMBERED_CLIENTS = 100_000;

  private final HttpLimits limits;
  private final ConnectionLimits connections;
  private final Shares<String> underWay;
  private final Cache<String, Bucket> rates =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED_CLIENTS)
          .expireAfterAccess(Duration.ofSeconds(2 * Rate.SECONDS_AT_ONCE))
          .build();

  public ClientLimits(HttpLimits limits, ConnectionLimits connections) {
    this.limits = limits;
    this.connections = connections;
    this.underWay = new Shares<>(limits.maxRequestsPerClient());
  }

  /**
   * Whether a client may be answered at once, so that its request is never in progress. If so, the
   * request counts for the rate.
   */
  public boolean allowAtOnce(Connection<?> connection) {
    if (hasUnsent(connection)) {
      return false;
    }
    String client = ClientAddress.of(connection);
    return !underWay.isFull(client) && secondsToWait(client) == 0;
  }

  /** Whether a client has left so much unread that it may not ask for more. */
  boolean hasUnsent(Connection<?> connection) {
    return connections.owesTooMuch(connection);
  }

  /** Notes an answer on a connection. */
  void answered(Connection<?> connection) {
    connections.answered(connection);
  }

  /** Seconds until a client may send a request; 0 for now, and the request counts. */
  long secondsToWait(String client) {
    if (limits.requestsPerSecond() == 0) {
      return 0;
    }
    ConsumptionProbe probe =
        rates
            .get(client, unknown -> Rate.perSecond(limits.requestsPerSecond()))
            .tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
  }

  /** Counts a request as in progress until {@link #leave}; false if there are too many. */
  boolean enter(String client) {
    return underWay.enter(client);
  }

  void leave(String client) {
    underWay.leave(client);
  }
}
