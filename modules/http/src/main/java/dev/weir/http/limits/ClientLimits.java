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

/** What each client has asked for, and what it may ask for still. */
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

  /** Nobody has asked for anything yet. */
  public ClientLimits(HttpLimits limits, ConnectionLimits connections) {
    this.limits = limits;
    this.connections = connections;
    this.underWay = new Shares<>(limits.maxRequestsPerClient());
  }

  /**
   * Whether its client may have the answer to a request now, which is given at once and so never is
   * under way. That it was asked for counts, unless it may not.
   */
  public boolean allowAtOnce(Connection<?> connection) {
    if (hasUnsent(connection)) {
      return false;
    }
    String client = ClientAddress.of(connection);
    return !underWay.isFull(client) && secondsToWait(client) == 0;
  }

  /** Whether much of what was asked for on a connection is not taken. */
  boolean hasUnsent(Connection<?> connection) {
    return connections.owesTooMuch(connection);
  }

  /** An answer was given on a connection. */
  void answered(Connection<?> connection) {
    connections.answered(connection);
  }

  /** After how long a client may ask again; 0 for at once, which counts as asked. */
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

  /** Whether one more may be under way, which it then is until it {@linkplain #leave leaves}. */
  boolean enter(String client) {
    return underWay.enter(client);
  }

  void leave(String client) {
    underWay.leave(client);
  }
}
