// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.flink.BodyReader;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.ContactState;
import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import dev.weir.flink.Secrets;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.model.clusters.ClusterName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks a cluster that has not been heard of for a while whether it is there, so that no reader has
 * to wait to find out. What it asks for is the overview, which costs Flink next to nothing.
 */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

  private final ClusterName cluster;
  private final ClusterSource flink;
  private final Duration interval;
  private final Consumer<Reading<ClusterOverview>> overviews;
  private final Executor executor;
  private final InstantSource clock;
  private boolean lost;
  private volatile boolean closed;

  /**
   * Of one cluster, at rest.
   *
   * @param overviews takes every overview that is read
   */
  Heartbeat(
      ClusterName cluster,
      ClusterSource flink,
      Duration interval,
      Consumer<Reading<ClusterOverview>> overviews,
      Executor executor,
      InstantSource clock) {
    this.cluster = cluster;
    this.flink = flink;
    this.interval = interval;
    this.overviews = overviews;
    this.executor = executor;
    this.clock = clock;
  }

  /** Asks now and from time to time, and whenever the cluster is somewhere else. */
  void start() {
    flink.onMove(
        () -> {
          var unused = beat();
        });
    goOn();
  }

  private void goOn() {
    if (!closed) {
      var unused =
          (heardOf(flink.contact()) ? CompletableFuture.completedFuture(null) : beat())
              .whenComplete(
                  (beaten, thrown) ->
                      CompletableFuture.delayedExecutor(
                              interval.toMillis(), TimeUnit.MILLISECONDS, executor)
                          .execute(this::goOn));
    }
  }

  private CompletableFuture<Void> beat() {
    return ClusterDocuments.overview()
        .read(new Probing())
        .thenAccept(overviews)
        .whenComplete((beaten, thrown) -> report(flink.contact()));
  }

  /** Says once that the cluster is lost, and once that it is back. */
  private synchronized void report(ContactState contact) {
    if (contact.lost() != lost && !closed) {
      lost = contact.lost();
      ClusterException failure = contact.failure();
      if (lost && failure != null) {
        LOG.log(
            Level.WARNING,
            "Cluster {0} does not answer: {1} Recommended action: start it, or check the settings"
                + " that say where it is; Weir goes on asking.",
            cluster,
            failure.getMessage());
      } else {
        LOG.log(Level.INFO, "Cluster {0} answers again", cluster);
      }
    }
  }

  private boolean heardOf(ContactState contact) {
    Instant answered = contact.answered();
    return !contact.lost()
        && answered != null
        && Duration.between(answered, clock.instant()).compareTo(interval) < 0;
  }

  /** There is no beat after this, but for one that is under way. */
  @Override
  public void close() {
    closed = true;
  }

  private final class Probing implements Document.Source {
    @Override
    public Secrets secrets() {
      return flink.secrets();
    }

    @Override
    public <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader) {
      return flink.probe(path, reader);
    }
  }
}
