package dev.weir.flink;

import dev.weir.flink.ClusterException.Reason;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads an answer into memory, as long as it is not larger than allowed. */
final class LimitedBody implements BodySubscriber<Received> {
  private final CompletableFuture<Received> whole = new CompletableFuture<>();
  private final List<ByteBuffer> pieces = new ArrayList<>();
  private final long max;
  private final @Nullable VertexHalves halves;
  private long seen;
  private Subscription subscription;

  private LimitedBody(long max, @Nullable VertexHalves halves) {
    this.max = max;
    this.halves = halves;
  }

  static BodyHandler<Received> upTo(long max) {
    return head -> new LimitedBody(max, null);
  }

  /** For what will be read in that shape. */
  static BodyHandler<Received> upTo(long max, Class<?> shape) {
    return head -> new LimitedBody(max, FlinkJson.halves(shape, length(head)));
  }

  /** What it says of its length; 0 for nothing. */
  private static long length(ResponseInfo head) {
    return head.headers().firstValueAsLong("Content-Length").orElse(0);
  }

  @Override
  public CompletionStage<Received> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription to) {
    subscription = to;
    to.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    seen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (seen > max) {
      subscription.cancel();
      pieces.clear();
      onError(
          new ClusterException(
              Reason.UNEXPECTED_ANSWER, "The cluster's answer is larger than " + max + " bytes."));
    } else {
      pieces.addAll(buffers);
      if (halves != null) {
        buffers.forEach(halves::add);
      }
    }
  }

  @Override
  public void onError(Throwable thrown) {
    whole.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    whole.complete(new Received(pieces, seen, halves));
  }
}
