package dev.weir.flink;

import dev.weir.flink.ClusterException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Sends one request at a time through the turnstile, with one deadline from the moment it is asked
 * for to the last byte of the answer.
 */
final class HttpExchange {
  private final HttpClient http;
  private final String base;
  private final Turnstile turnstile;

  HttpExchange(HttpClient http, URI address, Turnstile turnstile) {
    this.http = http;
    this.base = address.toString().replaceFirst("/+$", "");
    this.turnstile = turnstile;
  }

  /**
   * Sends a request.
   *
   * @param path with its query, from the cluster's address on
   * @param what the request but for its address
   * @param lateMessage what a client is told when the deadline passes
   * @return the answer, whatever its status; fails with a {@link ClusterException}
   */
  <B> CompletableFuture<HttpResponse<B>> send(
      String path,
      UnaryOperator<HttpRequest.Builder> what,
      BodyHandler<B> body,
      Duration deadline,
      String lateMessage) {
    HttpRequest request = what.apply(HttpRequest.newBuilder(URI.create(base + path))).build();
    CompletableFuture<HttpResponse<B>> whole = new CompletableFuture<>();
    turnstile.pass(whole, () -> http.sendAsync(request, body));
    return whole
        .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            thrown -> CompletableFuture.failedFuture(asClusterException(thrown, lateMessage)));
  }

  private ClusterException asClusterException(Throwable thrown, String lateMessage) {
    Throwable cause = ClusterException.unwrap(thrown);
    if (cause instanceof ClusterException own) {
      return own;
    }
    if (cause instanceof IOException && cause.getCause() instanceof ClusterException own) {
      return own;
    }
    if (cause instanceof TimeoutException) {
      return new ClusterException(Reason.NO_ANSWER_IN_TIME, lateMessage);
    }
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return new ClusterException(
          Reason.UNREACHABLE, "Nobody answers at the cluster's address " + base + ".", cause);
    }
    return new ClusterException(
        Reason.UNREACHABLE, "The connection to the cluster at " + base + " broke.", cause);
  }
}
