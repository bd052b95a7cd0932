// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import com.github.benmanes.caffeine.cache.AsyncCacheLoader;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.weir.flink.BodyReader;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import dev.weir.flink.Secrets;
import dev.weir.flink.documents.RawDocument;
import dev.weir.flink.raw.RawJson;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobOverview;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of each document of a cluster.
 *
 * <p>The cluster is asked for a document only while somebody reads it, and at most once in a
 * refresh interval, however many read it.
 */
public final class SnapshotStore implements Document.Source {
  /** What a snapshot takes beside Flink's answer, and what the forms made of that take, about. */
  private static final int OVERHEAD_BYTES = 1024;

  private static final int FORMS = 3;

  /** After so long Flink is asked again for what may be older than a change. */
  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  private final ClusterName cluster;
  private final ClusterSource flink;
  private final SnapshotPolicy policy;
  private final SnapshotListeners listeners;
  private final Executor executor;
  private final InstantSource clock;
  private final AsyncLoadingCache<Key, Snapshot<?>> snapshots;
  private final JobChanges changes;
  private final SharedAnswers answers;

  /**
   * A store of one cluster, empty.
   *
   * @param listeners are told of each new snapshot
   * @param executor runs what follows an answer; a refresh begins there
   */
  public SnapshotStore(
      ClusterName cluster,
      ClusterSource flink,
      SnapshotPolicy policy,
      SnapshotListeners listeners,
      Executor executor,
      InstantSource clock) {
    this.cluster = cluster;
    this.flink = flink;
    this.policy = policy;
    this.listeners = listeners;
    this.executor = executor;
    this.clock = clock;
    Ticker ticker = () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    this.changes = new JobChanges(ticker);
    this.answers = new SharedAnswers(flink, this::known, this::refreshed, clock);
    this.snapshots =
        Caffeine.newBuilder()
            .executor(executor)
            .ticker(ticker)
            .maximumWeight(policy.maxBytes())
            .weigher(SnapshotStore::weight)
            .expireAfterAccess(policy.maxUnreachable())
            .removalListener(SnapshotStore::removed)
            .buildAsync(new Loader());
  }

  /** The snapshot of a document, as fresh as the policy demands. */
  public <T> CompletableFuture<Snapshot<T>> snapshot(Document<T> document) {
    Key key = new Key(document);
    return snapshots.get(key).thenCompose(found -> freshEnough(key, this.<T>cast(found)));
  }

  private <T> CompletableFuture<Snapshot<T>> freshEnough(Key key, Snapshot<T> found) {
    Duration sinceTried = Duration.between(found.snapshotAge().triedAt(), clock.instant());
    if (sinceTried.compareTo(policy.maxStaleness()) <= 0 && !isBackSince(found)) {
      found.snapshotAge().refreshIfDue(clock.instant());
      return servable(found);
    }
    return snapshots
        .synchronous()
        .refresh(key)
        .thenCompose(
            refreshed -> refreshed == null ? gone(key) : servable(this.<T>cast(refreshed)));
  }

  /** Whether the cluster was lost when this was tried last, and is not any more. */
  private boolean isBackSince(Snapshot<?> found) {
    if (found.snapshotAge().failure() == null) {
      return false;
    }
    Instant back = flink.contact().back();
    return back != null && back.isAfter(found.snapshotAge().triedAt());
  }

  private <T> CompletableFuture<Snapshot<T>> gone(Key key) {
    return snapshots.get(key).thenApply(this::<T>cast);
  }

  private <T> CompletableFuture<Snapshot<T>> servable(Snapshot<T> snapshot) {
    ClusterException failure = snapshot.snapshotAge().failure();
    return failure != null && snapshot.age(clock.instant()).compareTo(policy.maxUnreachable()) > 0
        ? CompletableFuture.failedFuture(failure)
        : CompletableFuture.completedFuture(snapshot);
  }

  /** The last snapshot of a document, however old; empty if none is kept. Never waits. */
  public <T> Optional<Snapshot<T>> lastKnown(Document<T> document) {
    CompletableFuture<Snapshot<?>> known = snapshots.getIfPresent(new Key(document));
    return known == null || !known.isDone() || known.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.of(cast(known.join()));
  }

  /** Stores a reading that was made elsewhere. */
  public <T> void put(Document<T> document, Reading<T> reading) {
    Key key = new Key(document);
    Optional<Snapshot<T>> known = lastKnown(document);
    Snapshot<?> next = known.isPresent() ? next(key, known.get(), reading) : first(key, reading);
    snapshots.put(key, CompletableFuture.completedFuture(next));
  }

  private Snapshot<?> first(Key key, Reading<?> reading) {
    CurrentSnapshot current =
        new CurrentSnapshot(() -> executor.execute(() -> snapshots.synchronous().refresh(key)));
    Snapshot<?> first = settled(key, Snapshot.of(reading, clock.instant(), policy, current));
    current.advance(first);
    told(key.document(), null, first);
    return first;
  }

  private Snapshot<?> next(Key key, Snapshot<?> old, Reading<?> reading) {
    CurrentSnapshot current = old.snapshotAge().current();
    Snapshot<?> next = settled(key, Snapshot.of(reading, clock.instant(), policy, current));
    next.prepareLike(old);
    current.advance(next);
    if (old.value() instanceof JobOverview earlier
        && reading.value() instanceof JobOverview later) {
      changed(JobChanges.between(earlier, later), reading.takenAt());
    }
    told(key.document(), old, next);
    return next;
  }

  private <T> void told(Document<T> document, @Nullable Snapshot<?> old, Snapshot<?> next) {
    listeners.replaced(cluster, document, old == null ? null : cast(old), cast(next));
  }

  /**
   * The same, or if it may be older than a change, one that is not fresh. After a change that was
   * asked for here it is asked for again, until that has to be seen.
   */
  private Snapshot<?> settled(Key key, Snapshot<?> made) {
    String name = key.document().key();
    Instant now = clock.instant();
    if (changes.unsettledUntil(name, made.takenAt(), made.value()) == null) {
      return made;
    }
    if (!changes.awaitsOurs(name, now)) {
      return made.unsettled(now.plus(policy.refreshInterval()));
    }
    CompletableFuture.delayedExecutor(ASK_AGAIN.toMillis(), TimeUnit.MILLISECONDS, executor)
        .execute(
            () -> {
              if (snapshots.getIfPresent(key) != null) {
                var unused = snapshots.synchronous().refresh(key);
              }
            });
    return made.unsettled(now.plus(ASK_AGAIN));
  }

  /** Sets how long Flink answers about a job from a copy of its graph. */
  public void keptByFlink(Duration interval) {
    changes.interval(interval);
  }

  /**
   * Notes that the cluster was asked to change a job: older snapshots of the job are no longer
   * fresh.
   */
  public void changed(JobId job) {
    changes.noteOurs(job, clock.instant());
    outdate();
  }

  private void changed(List<JobId> jobs, Instant when) {
    jobs.forEach(job -> changes.note(job, when));
    if (!jobs.isEmpty()) {
      outdate();
    }
  }

  /** Nothing is fresh any more that was read before a change. */
  private void outdate() {
    snapshots
        .synchronous()
        .asMap()
        .forEach(
            (key, known) -> {
              if (changes.unsettledUntil(key.document().key(), known.takenAt(), known.value())
                  != null) {
                outdate(key, known);
              }
            });
  }

  private void outdate(Key key, Snapshot<?> known) {
    Snapshot<?> outdated = known.unsettled(clock.instant());
    if (snapshots.synchronous().asMap().replace(key, known, outdated)) {
      known.snapshotAge().current().advance(outdated);
    }
  }

  /** Removes the snapshots of documents by their keys, at once for all readers. */
  public void forget(Predicate<String> keys) {
    // Told at once, not when the cache gets round to telling: nobody may read what was before.
    snapshots
        .synchronous()
        .asMap()
        .forEach(
            (key, snapshot) -> {
              if (keys.test(key.document().key())) {
                snapshot.snapshotAge().current().end();
              }
            });
    snapshots.asMap().keySet().removeIf(key -> keys.test(key.document().key()));
  }

  /** What all snapshots together take, about. */
  long bytes() {
    snapshots.synchronous().cleanUp();
    return snapshots.synchronous().policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }

  @Override
  public Secrets secrets() {
    return flink.secrets();
  }

  @Override
  public <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader) {
    return answers.get(path, reader);
  }

  private @Nullable Snapshot<RawJson> known(RawDocument document) {
    Snapshot<?> known = snapshots.synchronous().policy().getIfPresentQuietly(new Key(document));
    return known == null ? null : cast(known);
  }

  private CompletableFuture<@Nullable Snapshot<RawJson>> refreshed(RawDocument document) {
    return snapshots.synchronous().refresh(new Key(document)).thenApply(this::cast);
  }

  @Override
  public <T> CompletableFuture<Reading<T>> read(Document<T> other) {
    return snapshot(other)
        .thenApply(found -> new Reading<>(found.value(), found.takenAt(), found.bytes()));
  }

  @SuppressWarnings("unchecked") // A key's snapshots are made by the key's document.
  private <T> Snapshot<T> cast(Snapshot<?> snapshot) {
    return (Snapshot<T>) snapshot;
  }

  private static void removed(Key key, Snapshot<?> gone, RemovalCause cause) {
    if (cause != RemovalCause.REPLACED) {
      gone.snapshotAge().current().end();
    }
  }

  private static int weight(Key key, Snapshot<?> snapshot) {
    return (int) Math.min(Integer.MAX_VALUE, OVERHEAD_BYTES + FORMS * snapshot.bytes());
  }

  /** A document under its name. */
  private record Key(Document<?> document) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.document.key().equals(document.key());
    }

    @Override
    public int hashCode() {
      return document.key().hashCode();
    }
  }

  /** Fetches a document; of one that cannot be fetched again now, the last snapshot stays. */
  private final class Loader implements AsyncCacheLoader<Key, Snapshot<?>> {
    @Override
    public CompletableFuture<? extends Snapshot<?>> asyncLoad(Key key, Executor executor) {
      return fetch(key, executor).thenApply(reading -> first(key, reading));
    }

    private CompletableFuture<? extends Reading<?>> fetch(Key key, Executor executor) {
      // Not on this thread: it holds a lock of the cache, and a document may read others.
      Document.Source source = key.document() instanceof RawDocument ? flink : SnapshotStore.this;
      return CompletableFuture.completedFuture(source)
          .thenComposeAsync(key.document()::read, executor);
    }

    @Override
    public CompletableFuture<? extends Snapshot<?>> asyncReload(
        Key key, Snapshot<?> old, Executor executor) {
      var unused = old.snapshotAge().beginsRefresh();
      return fetch(key, executor)
          .handle(
              (reading, thrown) ->
                  thrown == null
                      ? next(key, old, reading)
                      : afterFailure(old, ClusterException.unwrap(thrown)));
    }

    /**
     * Null, which removes it, if the cluster has answered: that there is no such thing any more, or
     * what cannot be understood, which says no less that this may have changed.
     */
    private @Nullable Snapshot<?> afterFailure(Snapshot<?> old, Throwable thrown) {
      CurrentSnapshot current = old.snapshotAge().current();
      if (thrown instanceof ClusterException failure && failure.leavesUnknown()) {
        Snapshot<?> marked = old.unreachable(clock.instant(), failure);
        current.advance(marked);
        return marked;
      }
      current.end();
      return null;
    }
  }
}
