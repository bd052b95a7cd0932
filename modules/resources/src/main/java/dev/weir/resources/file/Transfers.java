// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.file;

import dev.weir.model.ProblemKind;
import dev.weir.model.clusters.ClusterName;
import dev.weir.resources.proxy.Shares;
import dev.weir.resources.wire.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bulkhead for logs being sent: bounded per cluster and per client. */
public final class Transfers {
  private static final long RETRY_SECONDS = 1;

  private final int perCluster;
  private final int perClient;
  private final Shares<ClusterName> clusters;
  private final Shares<String> clients;

  public Transfers(int perCluster, int perClient) {
    this.perCluster = perCluster;
    this.perClient = perClient;
    this.clusters = new Shares<>(perCluster);
    this.clients = new Shares<>(perClient);
  }

  /**
   * Counts one more transfer.
   *
   * @return ends the transfer; may be run more than once
   * @throws ProblemException 429 if the client is at its limit, 503 if the cluster is
   */
  Runnable enter(ClusterName cluster, String client) {
    if (!clients.enter(client)) {
      throw refused(
          ProblemKind.TOO_MANY_REQUESTS,
          "More than the " + perClient + " logs that one client may be sent at a time.");
    }
    if (!clusters.enter(cluster)) {
      clients.leave(client);
      throw refused(
          ProblemKind.CLUSTER_OVERLOADED,
          "More than the " + perCluster + " logs of one cluster that are sent at a time.");
    }
    AtomicBoolean over = new AtomicBoolean();
    return () -> {
      if (over.compareAndSet(false, true)) {
        clusters.leave(cluster);
        clients.leave(client);
      }
    };
  }

  private static ProblemException refused(ProblemKind kind, String sentence) {
    return new ProblemException(kind, sentence).with(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
  }
}
