// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import dev.weir.flink.AnswerBudget.Reservation;
import dev.weir.flink.BodyReader;
import dev.weir.flink.BodyReader.Arrival;
import dev.weir.flink.BufferedBody;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/**
 * Reads an answer into memory, as long as it is not larger than allowed and there is memory for it.
 * Of an error the beginning is enough.
 */
final class LimitedBody<R> implements BodySubscriber<LimitedBody.Arrived<R>> {
  private static final int ERROR_BYTES = 64 << 10;

  /** How long an answer waits for the memory that others take. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final CompletableFuture<Arrived<R>> whole = new CompletableFuture<>();
  private final List<ByteBuffer> pieces = new ArrayList<>();
  private final long max;
  private final long length;
  private final boolean isError;
  private final Reservation memory;
  private final Arrival<R> arrival;
  private long seen;

  @SuppressWarnings("NullAway.Init") // The first call, onSubscribe, sets it.
  private Subscription subscription;

  private LimitedBody(long max, ResponseInfo head, Reservation memory, BodyReader<R> reader) {
    this.isError = head.statusCode() / 100 != 2;
    this.max = isError ? Math.min(max, ERROR_BYTES) : max;
    this.length = length(head);
    this.memory = memory;
    this.arrival = reader.begin(length);
  }

  /**
   * For an answer of so many bytes at the most.
   *
   * @param memory takes them; closed by whoever asked
   * @param reader may read the answer while it arrives; sees nothing of an error
   */
  static <R> BodyHandler<Arrived<R>> upTo(long max, Reservation memory, BodyReader<R> reader) {
    return head -> new LimitedBody<>(max, head, memory, reader);
  }

  /** What it says of its length; 0 for nothing. */
  private static long length(ResponseInfo head) {
    return head.headers().firstValueAsLong("Content-Length").orElse(0);
  }

  @Override
  public CompletionStage<Arrived<R>> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription to) {
    subscription = to;
    if (length > max && !isError) {
      fail(tooLarge());
      return;
    }
    var unused =
        memory
            .await(Math.min(length, max))
            .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (turn, late) -> {
                  if (late == null) {
                    to.request(Long.MAX_VALUE);
                  } else {
                    fail(noMemory());
                  }
                });
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (whole.isDone()) {
      return;
    }
    long before = seen;
    seen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (seen > max) {
      endTooLarge(before, buffers);
    } else if (seen > length && !memory.take(seen - Math.max(before, length))) {
      fail(noMemory());
    } else {
      add(buffers);
    }
  }

  private void add(List<ByteBuffer> buffers) {
    pieces.addAll(buffers);
    if (!isError) {
      buffers.forEach(arrival::add);
    }
  }

  private void endTooLarge(long before, List<ByteBuffer> buffers) {
    if (!isError) {
      fail(tooLarge());
      return;
    }
    long left = max - before;
    for (ByteBuffer buffer : buffers) {
      ByteBuffer kept = buffer.slice(buffer.position(), (int) Math.min(left, buffer.remaining()));
      left -= kept.remaining();
      pieces.add(kept);
    }
    subscription.cancel();
    whole.complete(new Arrived<>(new BufferedBody(pieces, max), arrival));
  }

  private void fail(ClusterException why) {
    subscription.cancel();
    pieces.clear();
    onError(why);
  }

  private ClusterException tooLarge() {
    return new ClusterException(
        Reason.UNEXPECTED_ANSWER, "The cluster's answer is larger than " + max + " bytes.");
  }

  private static ClusterException noMemory() {
    return new ClusterException(
        Reason.OVERLOADED,
        "Answers of clusters that are being read take all the memory that"
            + " weir.upstream.max-pending-bytes allows.");
  }

  @Override
  public void onError(Throwable thrown) {
    whole.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    whole.complete(new Arrived<>(new BufferedBody(pieces, seen), arrival));
  }

  /** A body that is complete, and what has read of it already. */
  record Arrived<R>(BufferedBody body, Arrival<R> arrival) {
    /** What the body says; fails with an {@link java.io.IOException} if it has another shape. */
    CompletableFuture<R> value() {
      return arrival.read(body);
    }
  }
}
