// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.file;

import dev.weir.model.clusters.ClusterName;
import dev.weir.resources.proxy.Shares;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bulkhead for logs that are being sent: so many of one cluster, so many to one client. */
public final class Transfers {
  private static final long RETRY_SECONDS = 1;

  private final int perCluster;
  private final int perClient;
  private final Shares<ClusterName> clusters;
  private final Shares<String> clients;

  /** With those shares. */
  public Transfers(int perCluster, int perClient) {
    this.perCluster = perCluster;
    this.perClient = perClient;
    this.clusters = new Shares<>(perCluster);
    this.clients = new Shares<>(perClient);
  }

  /**
   * Counts one more as under way.
   *
   * @return ends it; may be run more than once
   * @throws ClientErrorException 429 if the client has its share
   * @throws ServiceUnavailableException 503 if the cluster has its share
   */
  Runnable enter(ClusterName cluster, String client) {
    if (!clients.enter(client)) {
      throw new ClientErrorException(
          "More than the " + perClient + " logs that one client may be sent at a time.",
          refused(Status.TOO_MANY_REQUESTS));
    }
    if (!clusters.enter(cluster)) {
      clients.leave(client);
      throw new ServiceUnavailableException(
          "More than the " + perCluster + " logs of one cluster that are sent at a time.",
          refused(Status.SERVICE_UNAVAILABLE));
    }
    AtomicBoolean over = new AtomicBoolean();
    return () -> {
      if (over.compareAndSet(false, true)) {
        clusters.leave(cluster);
        clients.leave(client);
      }
    };
  }

  private static Response refused(Status status) {
    return Response.status(status).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
  }
}
