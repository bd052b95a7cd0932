// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import dev.weir.flink.JobManagers;
import dev.weir.server.StartFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.highavailability.ClientHighAvailabilityServices;
import org.apache.flink.runtime.highavailability.HighAvailabilityServicesUtils;
import org.apache.flink.runtime.leaderretrieval.LeaderRetrievalListener;
import org.apache.flink.runtime.leaderretrieval.LeaderRetrievalService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST API of the leading JobManager, as Flink's high-availability services name it. */
final class LeaderRest implements JobManagers, LeaderRetrievalListener {
  private static final Logger LOG = LoggerFactory.getLogger("dev.weir.jobmanager");

  private final ClientHighAvailabilityServices services;
  private final LeaderRetrievalService retriever;
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private volatile @Nullable URI leader;

  private LeaderRest(ClientHighAvailabilityServices services) {
    this.services = services;
    this.retriever = services.getClusterRestEndpointLeaderRetriever();
  }

  /**
   * Begins to follow the leader.
   *
   * @throws StartFailure if the high-availability services do not start
   */
  static LeaderRest follow(Configuration configuration) throws StartFailure {
    try {
      LeaderRest made =
          new LeaderRest(
              HighAvailabilityServicesUtils.createClientHAService(
                  configuration, LeaderRest::failed));
      made.retriever.start(made);
      return made;
    } catch (Exception e) {
      throw new StartFailure(
          "Flink's high-availability services cannot be asked for the leader: " + e + ".", e);
    }
  }

  private static void failed(Throwable thrown) {
    LOG.warn("The leading JobManager may be unknown to Weir: {}", thrown.toString());
  }

  @Override
  public void notifyLeaderAddress(@Nullable String address, @Nullable UUID session) {
    leader = address == null ? null : uri(address);
    followers.forEach(Runnable::run);
  }

  /** Flink calls with addresses of its own making, and must not see an exception. */
  private static @Nullable URI uri(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() == null ? null : uri;
    } catch (URISyntaxException e) {
      failed(e);
      return null;
    }
  }

  @Override
  public void handleError(Exception thrown) {
    failed(thrown);
  }

  @Override
  public List<URI> addresses() {
    URI known = leader;
    return known == null ? List.of() : List.of(known);
  }

  @Override
  public String whyNone() {
    return "Flink's high-availability services have not named the leading JobManager.";
  }

  @Override
  public void onMove(Runnable moved) {
    followers.add(moved);
  }

  @Override
  public void close() {
    try {
      retriever.stop();
      services.close();
    } catch (Exception e) {
      LOG.debug("Weir's watch over the leading JobManager did not stop cleanly", e);
    }
  }
}
