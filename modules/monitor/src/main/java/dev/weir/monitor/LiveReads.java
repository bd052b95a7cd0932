// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.flink.ClusterException;
import dev.weir.flink.raw.RawJson;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads whose answers are never older than the request for them.
 *
 * <p>One request for each path is under way at a time. Readers that come meanwhile share the next
 * one, which begins after it.
 */
final class LiveReads {
  private final Function<String, CompletableFuture<RawJson>> source;
  private final Map<String, UnderWay> underWay = new HashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param source sends a request and does not wait for the answer
   */
  LiveReads(Function<String, CompletableFuture<RawJson>> source) {
    this.source = source;
  }

  private static final class UnderWay {
    private @Nullable CompletableFuture<RawJson> next;
  }

  /**
   * Reads the document at a path.
   *
   * @return fails with a {@link ClusterException}
   */
  CompletableFuture<RawJson> read(String path) {
    CompletableFuture<RawJson> answer = new CompletableFuture<>();
    synchronized (this) {
      UnderWay earlier = underWay.get(path);
      if (earlier != null) {
        if (earlier.next == null) {
          earlier.next = answer;
        }
        return earlier.next.copy();
      }
      underWay.put(path, new UnderWay());
    }
    send(path, answer);
    return answer.copy();
  }

  private void send(String path, CompletableFuture<RawJson> answer) {
    var unused =
        source
            .apply(path)
            .whenComplete(
                (json, thrown) -> {
                  sendNext(path);
                  if (thrown == null) {
                    answer.complete(json);
                  } else {
                    answer.completeExceptionally(ClusterException.unwrap(thrown));
                  }
                });
  }

  private void sendNext(String path) {
    CompletableFuture<RawJson> next;
    synchronized (this) {
      UnderWay ended = underWay.remove(path);
      next = ended == null ? null : ended.next;
      if (next != null) {
        underWay.put(path, new UnderWay());
      }
    }
    if (next != null) {
      send(path, next);
    }
  }
}
