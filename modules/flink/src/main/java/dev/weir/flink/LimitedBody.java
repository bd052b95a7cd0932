package dev.weir.flink;

import dev.weir.flink.ClusterException.Reason;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads an answer into memory, as long as it is not larger than allowed. */
final class LimitedBody implements BodySubscriber<Received> {
  private final CompletableFuture<Received> whole = new CompletableFuture<>();
  private final List<ByteBuffer> pieces = new ArrayList<>();
  private final long max;
  private long seen;
  private Subscription subscription;

  private LimitedBody(long max) {
    this.max = max;
  }

  static BodyHandler<Received> upTo(long max) {
    return head -> new LimitedBody(max);
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
    }
  }

  @Override
  public void onError(Throwable thrown) {
    whole.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    whole.complete(new Received(pieces, seen));
  }
}
