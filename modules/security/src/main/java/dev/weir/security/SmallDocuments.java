// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads small documents from other servers, each within a deadline as a whole. */
final class SmallDocuments {
  private static final int LARGEST = 1 << 20;

  private final HttpClient http;
  private final Duration timeout;

  SmallDocuments(Duration timeout, Executor executor) {
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .executor(executor)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * The text at an address; waits for it.
   *
   * @throws IOException if there is none, it is too large, or not there within the deadline
   */
  String at(URI address) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(request(address), head -> new Limited());
    try {
      return content(address, exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw new IOException(address + " cannot be read", e.getCause());
    } catch (TimeoutException e) {
      throw new IOException(address + " has not answered within " + timeout.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(address + " was not waited for", e);
    } finally {
      exchange.cancel(true);
    }
  }

  private static HttpRequest request(URI address) throws IOException {
    try {
      return HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    } catch (IllegalArgumentException e) {
      throw new IOException(address + " is no address of a document", e);
    }
  }

  private static String content(URI address, HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(address + " answers with status " + answer.statusCode());
    }
    return new String(answer.body(), UTF_8);
  }

  /** A body in memory, as long as it is a small one. */
  private static final class Limited implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private long seen;

    @SuppressWarnings("NullAway.Init") // The first call, onSubscribe, sets it.
    private Subscription subscription;

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
      if (seen > LARGEST) {
        subscription.cancel();
        bytes.onError(new IOException("The answer is larger than " + LARGEST + " bytes"));
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
}
