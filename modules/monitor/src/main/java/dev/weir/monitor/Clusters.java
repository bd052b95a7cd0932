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

/** The clusters that this server watches, by name. */
public final class Clusters implements AutoCloseable {
  private final Map<ClusterName, ClusterMonitor> byName = new LinkedHashMap<>();
  private final ClusterMonitor byDefault;
  private final Duration patience;

  /**
   * Takes clusters that are being watched.
   *
   * @param all at least one; the first is the one that is meant where none is named
   * @param patience how long an answer about several of them waits for each
   */
  public Clusters(List<ClusterMonitor> all, Duration patience) {
    all.forEach(one -> byName.put(one.name(), one));
    this.byDefault = all.get(0);
    this.patience = patience;
  }

  /** The one that is meant where none is named. */
  public ClusterMonitor byDefault() {
    return byDefault;
  }

  /** The one of a name, if there is one. */
  public Optional<ClusterMonitor> find(ClusterName name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them, the default one first. */
  public Collection<ClusterMonitor> all() {
    return byName.values();
  }

  /** How long an answer about several of them waits for each. */
  Duration patience() {
    return patience;
  }

  /** How it stands with one of them; waits for none. */
  public CompletableFuture<ClusterStatus> status(ClusterMonitor one) {
    return one.status(one == byDefault, patience);
  }

  /** How it stands with each of those that are wanted. */
  public CompletableFuture<ClusterStatuses> statuses(Predicate<ClusterName> wanted) {
    return Futures.all(
            all().stream().filter(one -> wanted.test(one.name())).map(this::status).toList())
        .thenApply(ClusterStatuses::new);
  }

  /** What those that are wanted have and do together. */
  public CompletableFuture<ClustersOverview> overview(Predicate<ClusterName> wanted) {
    return statuses(wanted).thenApply(statuses -> ClustersOverview.of(statuses.clusters()));
  }

  /** Ends the watching of all. */
  @Override
  public void close() {
    all().forEach(ClusterMonitor::close);
  }
}
