package dev.weir.monitor;

import dev.weir.flink.ClusterDocuments;
import dev.weir.flink.ContactState;
import dev.weir.flink.Document;
import dev.weir.flink.FlinkClient;
import dev.weir.flink.Reading;
import dev.weir.model.ClusterOverview;
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
  private final FlinkClient flink;
  private final Duration interval;
  private final Executor executor;
  private final InstantSource clock;
  private volatile boolean closed;

  Heartbeat(FlinkClient flink, Duration interval, Executor executor, InstantSource clock) {
    this.flink = flink;
    this.interval = interval;
    this.executor = executor;
    this.clock = clock;
  }

  /** Asks for the first time now, and hands on every overview. */
  void start(Consumer<Reading<ClusterOverview>> overviews) {
    if (!closed) {
      var unused =
          beat(overviews)
              .whenComplete(
                  (beaten, thrown) ->
                      CompletableFuture.delayedExecutor(
                              interval.toMillis(), TimeUnit.MILLISECONDS, executor)
                          .execute(() -> start(overviews)));
    }
  }

  private CompletableFuture<Void> beat(Consumer<Reading<ClusterOverview>> overviews) {
    return heardOf(flink.contact())
        ? CompletableFuture.completedFuture(null)
        : ClusterDocuments.overview().read(new Probing()).thenAccept(overviews);
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
    public <R> CompletableFuture<Reading<R>> get(String path, Class<R> shape) {
      return flink.probe(path, shape);
    }

    @Override
    public <T> CompletableFuture<Reading<T>> read(Document<T> other) {
      return other.read(this);
    }
  }
}
