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

/** Fetches small documents from other servers. The deadline covers the whole exchange. */
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
   * Fetches the text at an address; blocks until it has arrived.
   *
   * @throws IOException if the request fails, the document exceeds 1 MiB, or the deadline passes
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
      throw new IOException(address + " was not read, because the thread was interrupted", e);
    } finally {
      exchange.cancel(true);
    }
  }

  private static HttpRequest request(URI address) throws IOException {
    try {
      return HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    } catch (IllegalArgumentException e) {
      throw new IOException(address + " is not a valid address", e);
    }
  }

  private static String content(URI address, HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(address + " answers with status " + answer.statusCode());
    }
    return new String(answer.body(), UTF_8);
  }

  /** Collects the body in memory, up to the limit. */
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
