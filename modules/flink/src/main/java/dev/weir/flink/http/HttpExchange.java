// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import dev.weir.flink.AnswerBudget;
import dev.weir.flink.AnswerBudget.Reservation;
import dev.weir.flink.ClusterException;
import dev.weir.flink.MethodRefusedException;
import dev.weir.model.Printable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends one request at a time through the turnstile, with one deadline from the moment it is asked
 * for until the answer is parsed.
 */
final class HttpExchange {
  private static final int METHOD_NOT_ALLOWED = 405;

  private final HttpClient http;
  private final Executor executor;
  private final Bulkhead bulkhead;
  private final AnswerBudget memory;
  private final Map<String, String> headers;

  /**
   * Sends nothing yet.
   *
   * @param executor runs what follows a failure: the JDK notices deadlines on one thread for all
   * @param memory of which each answer reserves its part until it is understood
   * @param headers sent with every request
   */
  HttpExchange(
      HttpClient http,
      Executor executor,
      Bulkhead bulkhead,
      AnswerBudget memory,
      Map<String, String> headers) {
    this.http = http;
    this.executor = executor;
    this.bulkhead = bulkhead;
    this.memory = memory;
    this.headers = headers;
  }

  /**
   * Sends a request.
   *
   * @param base the JobManager's address
   * @param path with its query, from that address on
   * @param what the request but for its address
   * @param body reads the answer, within the memory that is reserved
   * @param noAnswer what the client is told then
   * @param meaning of an answer, whatever its status but a redirect; finding it is within the
   *     deadline too
   * @return what it means; fails with a {@link ClusterException}
   */
  <B, T> CompletableFuture<T> send(
      URI base,
      String path,
      UnaryOperator<HttpRequest.Builder> what,
      Function<Reservation, BodyHandler<B>> body,
      Function<HttpResponse<B>, CompletableFuture<T>> meaning,
      Duration deadline,
      NoAnswerMessage noAnswer) {
    String address = base.toString().replaceFirst("/+$", "");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    headers.forEach(request::header);
    HttpRequest whole = what.apply(request).build();
    Reservation reserved = memory.open();
    CompletableFuture<HttpResponse<B>> answer = new CompletableFuture<>();
    CompletableFuture<T> understood =
        answer
            .exceptionallyComposeAsync(
                thrown ->
                    CompletableFuture.failedFuture(
                        failure(ClusterException.unwrap(thrown), address, noAnswer)),
                executor)
            .thenCompose(response -> meaning.apply(takenAt(address, response)))
            .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
    var unusedEnd = understood.whenComplete((value, thrown) -> answer.cancel(true));
    bulkhead.pass(answer, () -> http.sendAsync(whole, body.apply(reserved)));
    return understood
        .exceptionallyComposeAsync(
            thrown ->
                CompletableFuture.failedFuture(
                    ClusterException.unwrap(thrown) instanceof TimeoutException
                        ? noAnswer.late()
                        : thrown),
            executor)
        .whenComplete((value, thrown) -> reserved.close());
  }

  private static <B> HttpResponse<B> takenAt(String address, HttpResponse<B> response) {
    if (response.statusCode() / 100 == 3) {
      String elsewhere =
          response
              .headers()
              .firstValue("Location")
              .flatMap(HttpExchange::withoutSecrets)
              .map(to -> " to " + to)
              .orElse(" elsewhere");
      throw new RequestNotSentException(
          "What answers at the cluster's address "
              + address
              + " sends its clients"
              + elsewhere
              + ".");
    }
    if (response.statusCode() == METHOD_NOT_ALLOWED) {
      throw new MethodRefusedException(response.request().method(), address);
    }
    return response;
  }

  /** Scheme, host, port and path: user and query may be credentials, and callers see this. */
  private static Optional<String> withoutSecrets(String location) {
    try {
      URI to = new URI(location);
      if (to.isOpaque() || to.getRawPath().contains("@")) {
        return Optional.empty();
      }
      String host = to.getHost() == null ? "" : "//" + to.getHost();
      String port = to.getPort() < 0 ? "" : ":" + to.getPort();
      String scheme = to.getScheme() == null ? "" : to.getScheme() + ":";
      return Optional.of(scheme + host + port + Printable.of(to.getRawPath()))
          .filter(text -> !text.isEmpty());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static ClusterException failure(
      Throwable cause, String address, NoAnswerMessage noAnswer) {
    if (cause instanceof ClusterException own) {
      return own;
    }
    if (cause instanceof IOException && cause.getCause() instanceof ClusterException own) {
      return own;
    }
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return new RequestNotSentException(
          "Nobody answers at the cluster's address " + address + ".", cause);
    }
    if (cause instanceof SSLHandshakeException) {
      return new RequestNotSentException(
          "No TLS connection to the cluster's address " + address + ": " + cause.getMessage() + ".",
          cause);
    }
    return noAnswer.broken(address, cause);
  }
}
