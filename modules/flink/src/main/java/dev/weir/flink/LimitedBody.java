package dev.weir.flink;

import dev.weir.flink.ClusterException.Reason;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads an answer into memory, as long as it is not larger than allowed. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
  private final long max;
  private long seen;
  private Subscription subscription;

  private LimitedBody(long max) {
    this.max = max;
  }

  static BodyHandler<byte[]> upTo(long max) {
    return head -> new LimitedBody(max);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return bytes.getBody();
  }

  @Override
  public void onSubscribe(Subscription to) {
    subscription = to;
    bytes.onSubscribe(to);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    seen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (seen > max) {
      subscription.cancel();
      bytes.onError(
          new ClusterException(
              Reason.UNEXPECTED_ANSWER, "The cluster's answer is larger than " + max + " bytes."));
    } else {
      bytes.onNext(buffers);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    bytes.onError(thrown);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
