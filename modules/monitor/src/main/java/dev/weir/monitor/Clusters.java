// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.flink.Futures;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.clusters.ClusterStatus;
import dev.weir.model.clusters.ClusterStatuses;
import dev.weir.model.clusters.ClustersOverview;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** The watched clusters by name. */
public final class Clusters implements AutoCloseable {
  private final Map<ClusterName, ClusterMonitor> byName = new LinkedHashMap<>();
  private final ClusterMonitor byDefault;
  private final Duration patience;

  /**
   * Clusters that are being watched.
   *
   * @param all at least one; the first is the default
   * @param patience how long an answer about several clusters waits for each
   */
  public Clusters(List<ClusterMonitor> all, Duration patience) {
    all.forEach(one -> byName.put(one.name(), one));
    this.byDefault = all.get(0);
    this.patience = patience;
  }

  /** The cluster of paths without a cluster name. */
  public ClusterMonitor byDefault() {
    return byDefault;
  }

  /** The cluster of that name. */
  public Optional<ClusterMonitor> find(ClusterName name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All clusters, the default first. */
  public Collection<ClusterMonitor> all() {
    return byName.values();
  }

  /** How long an answer about several of them waits for each. */
  Duration patience() {
    return patience;
  }

  /** The status of one cluster; waits no longer than the patience. */
  public CompletableFuture<ClusterStatus> status(ClusterMonitor one) {
    return one.status(one == byDefault, patience);
  }

  /** The status of each wanted cluster. */
  public CompletableFuture<ClusterStatuses> statuses(Predicate<ClusterName> wanted) {
    return Futures.all(
            all().stream().filter(one -> wanted.test(one.name())).map(this::status).toList())
        .thenApply(ClusterStatuses::new);
  }

  /** The sums over all wanted clusters. */
  public CompletableFuture<ClustersOverview> overview(Predicate<ClusterName> wanted) {
    return statuses(wanted).thenApply(statuses -> ClustersOverview.of(statuses.clusters()));
  }

  /** Stops watching all clusters. */
  @Override
  public void close() {
    all().forEach(ClusterMonitor::close);
  }
}
