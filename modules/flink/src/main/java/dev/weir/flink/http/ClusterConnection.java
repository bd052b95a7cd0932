// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import dev.weir.flink.AnswerBudget.Reservation;
import dev.weir.flink.BodyReader;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.ContactState;
import dev.weir.flink.FlinkClientOptions;
import dev.weir.flink.JobManagers;
import dev.weir.flink.Reading;
import dev.weir.flink.TextFile;
import dev.weir.flink.http.LimitedBody.Arrived;
import dev.weir.flink.json.FlinkErrors;
import dev.weir.flink.json.FlinkJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks one cluster, whichever of its JobManagers answers, and understands what it says.
 *
 * <p>Reads parse leniently and may go to several JobManagers; changes are sent once. While the
 * cluster is known not to answer, nothing but probes is sent. All futures fail with a {@link
 * ClusterException}.
 */
final class ClusterConnection {
  /** Not read here. */
  private static final BodyReader<Object> TEXT = FlinkJson.reader(Object.class);

  private final Failover failover;
  private final CircuitBreaker contact = new CircuitBreaker();
  private final HttpExchange exchange;
  private final FlinkClientOptions options;
  private final InstantSource clock;

  ClusterConnection(
      JobManagers jobManagers,
      FlinkClientOptions options,
      HttpClient http,
      Executor executor,
      InstantSource clock) {
    this.failover = new Failover(jobManagers);
    this.options = options;
    this.clock = clock;
    this.exchange =
        new HttpExchange(
            http,
            executor,
            new Bulkhead(options.requestsAtOnce(), options.requestsWaiting()),
            options.memory(),
            options.headers());
  }

  Optional<URI> answering() {
    return Optional.ofNullable(failover.answering());
  }

  ContactState contact() {
    return contact.state();
  }

  <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader) {
    ClusterException lost = contact.lost();
    return lost == null
        ? reading(path, reader)
            .whenComplete((reading, thrown) -> contact.noteRead(thrown, clock.instant()))
        : CompletableFuture.failedFuture(lost);
  }

  <R> CompletableFuture<Reading<R>> probe(String path, BodyReader<R> reader) {
    return reading(path, reader)
        .whenComplete((reading, thrown) -> contact.noteProbe(thrown, clock.instant()));
  }

  private <R> CompletableFuture<Reading<R>> reading(String path, BodyReader<R> reader) {
    Instant asked = clock.instant();
    return read(
        path,
        memory -> LimitedBody.upTo(options.maxAnswerBytes(), memory, reader),
        answer ->
            understood(answer, path)
                .thenApply(value -> new Reading<>(value, asked, answer.body().body().size())));
  }

  CompletableFuture<TextFile> open(String path) {
    ClusterException lost = contact.lost();
    return lost == null
        ? read(
                path,
                memory -> head -> streamedOrWhole(head, memory),
                answer -> content(answer, path))
            .whenComplete((content, thrown) -> contact.noteRead(thrown, clock.instant()))
        : CompletableFuture.failedFuture(lost);
  }

  private <B, T> CompletableFuture<T> read(
      String path,
      Function<Reservation, BodyHandler<B>> body,
      Function<HttpResponse<B>, CompletableFuture<T>> meaning) {
    NoAnswerMessage noAnswer = NoAnswerMessage.read(options.readDeadline());
    return failover.read(
        options.readDeadline(),
        (address, share) ->
            exchange.send(address, path, HttpRequest.Builder::GET, body, meaning, share, noAnswer));
  }

  /** A file as it comes; an error as a whole, so that nobody waits on this side to read it. */
  private BodySubscriber<InputStream> streamedOrWhole(
      HttpResponse.ResponseInfo head, Reservation memory) {
    return head.statusCode() == 200
        ? BodySubscribers.ofInputStream()
        : BodySubscribers.mapping(
            LimitedBody.upTo(options.maxAnswerBytes(), memory, TEXT).apply(head),
            arrived -> arrived.body().stream());
  }

  private CompletableFuture<TextFile> content(HttpResponse<InputStream> answer, String path) {
    if (answer.statusCode() == 200) {
      DeadlinedStream content =
          new DeadlinedStream(answer.body(), options.transferDeadline(), options.transferSilence());
      return CompletableFuture.completedFuture(
          new TextFile(
              content, answer.headers().firstValueAsLong("Content-Length"), content.ended()));
    }
    try (InputStream error = answer.body()) {
      throw FlinkErrors.of(answer.statusCode(), error.readAllBytes(), path);
    } catch (IOException e) {
      throw new IllegalStateException("It is in memory.", e);
    }
  }

  /** Sends a change with a body in JSON, or without one. */
  <R> CompletableFuture<R> change(
      String method,
      String path,
      @Nullable Object body,
      BodyReader<R> reader,
      NoAnswerMessage noAnswer) {
    return send(
        method,
        path,
        "application/json",
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)),
        reader,
        (status, value) -> value,
        noAnswer);
  }

  /**
   * Sends a change, once.
   *
   * @param outcome made of the status of a success and of what its body says
   */
  <R, T> CompletableFuture<T> send(
      String method,
      String path,
      String type,
      BodyPublisher body,
      BodyReader<R> reader,
      BiFunction<Integer, R, T> outcome,
      NoAnswerMessage noAnswer) {
    ClusterException lost = contact.lost();
    if (lost != null) {
      return CompletableFuture.failedFuture(ClusterException.nothingSent(lost));
    }
    return failover.change(
        noAnswer.deadline(),
        (address, deadline) ->
            exchange.send(
                address,
                path,
                request -> request.method(method, body).header("Content-Type", type),
                memory -> LimitedBody.upTo(options.maxAnswerBytes(), memory, reader),
                answer ->
                    understood(answer, path)
                        .thenApply(value -> outcome.apply(answer.statusCode(), value)),
                deadline,
                noAnswer));
  }

  private static <R> CompletableFuture<R> understood(HttpResponse<Arrived<R>> answer, String path) {
    if (answer.statusCode() / 100 != 2) {
      throw FlinkErrors.of(answer.statusCode(), answer.body().body().bytes(), path);
    }
    return answer
        .body()
        .value()
        .handle(
            (value, thrown) -> {
              if (thrown instanceof ClusterException why) {
                throw why;
              }
              if (value == null) {
                throw notFlinks(answer.uri(), thrown);
              }
              return value;
            });
  }

  private static ClusterException notFlinks(URI address, @Nullable Throwable cause) {
    return new ClusterException(
        Reason.UNEXPECTED_ANSWER,
        "What answers at " + address + " does not answer as Flink does.",
        cause);
  }

  private byte[] bytes(Object body) {
    try {
      return FlinkJson.MAPPER.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
