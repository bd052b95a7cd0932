// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import dev.weir.flink.BodyReader;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.Reading;
import dev.weir.flink.documents.RawDocument;
import dev.weir.flink.raw.RawJson;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers of Flink, so that two kinds of readers share a request: those of Flink's own
 * documents, and those of what is made of them.
 *
 * <p>An answer is kept as Flink sent it only once somebody has asked for it in that form. From then
 * on the other kind is made of it.
 */
final class SharedAnswers {
  private final ClusterSource flink;
  private final Function<RawDocument, @Nullable Snapshot<RawJson>> known;
  private final Function<RawDocument, CompletableFuture<@Nullable Snapshot<RawJson>>> refresh;
  private final InstantSource clock;

  /**
   * Shares nothing yet.
   *
   * @param known the last snapshot of a document; null for none
   * @param refresh asks the cluster for it again, or joins a request under way; null if it is gone
   */
  SharedAnswers(
      ClusterSource flink,
      Function<RawDocument, @Nullable Snapshot<RawJson>> known,
      Function<RawDocument, CompletableFuture<@Nullable Snapshot<RawJson>>> refresh,
      InstantSource clock) {
    this.flink = flink;
    this.known = known;
    this.refresh = refresh;
    this.clock = clock;
  }

  <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader) {
    RawDocument document = new RawDocument(path);
    Snapshot<RawJson> raw = known.apply(document);
    if (raw == null) {
      return flink.get(path, reader);
    }
    return raw.freshness(clock.instant()) == Freshness.FRESH
        ? parsed(raw, reader)
        : refresh
            .apply(document)
            .thenCompose(next -> next == null ? flink.get(path, reader) : parsed(next, reader));
  }

  /** Fails if the cluster could not be asked: each kind of readers has its last snapshot. */
  private static <R> CompletableFuture<Reading<R>> parsed(
      Snapshot<RawJson> raw, BodyReader<R> reader) {
    ClusterException failure = raw.snapshotAge().failure();
    return failure != null
        ? CompletableFuture.failedFuture(failure)
        : raw.value()
            .read(reader)
            .thenApply(value -> new Reading<>(value, raw.takenAt(), raw.bytes()));
  }
}
