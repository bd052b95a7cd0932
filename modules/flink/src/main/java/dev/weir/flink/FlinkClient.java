package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.model.JarId;
import dev.weir.model.JarPlan;
import dev.weir.model.JobId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Speaks Flink's own REST API to one cluster, 1.15 to 2.x.
 *
 * <p>Reads parse leniently: what a version adds is passed over, what it lacks is filled by the
 * mapping. Changes are sent once. All futures fail with a {@link ClusterException}.
 */
public final class FlinkClient {
  private static final String LATE = "The cluster has not answered within %s ms.";
  private static final String LATE_CHANGE =
      "The cluster has not answered within %s ms; whether it did what was asked is not known. Look"
          + " at the job or the list of programs before asking again.";

  private final HttpExchange exchange;
  private final FlinkClientOptions options;
  private final InstantSource clock;
  private final ObjectMapper json = FlinkJson.mapper();

  /**
   * Connects to nothing yet.
   *
   * @param executor runs the connections' events and the parsing; must not be bounded to one thread
   */
  public FlinkClient(FlinkClientOptions options, Executor executor, InstantSource clock) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.readDeadline())
            .executor(executor)
            .build();
    this.options = options;
    this.clock = clock;
    this.exchange =
        new HttpExchange(
            http,
            options.address(),
            new Turnstile(options.requestsAtOnce(), options.requestsWaiting()));
  }

  /** Where the cluster is. */
  public URI address() {
    return options.address();
  }

  /** Reads one of Flink's answers. */
  public <R> CompletableFuture<Reading<R>> get(String path, Class<R> shape) {
    Instant asked = clock.instant();
    return exchange
        .send(
            path,
            HttpRequest.Builder::GET,
            LimitedBody.upTo(options.maxAnswerBytes()),
            options.readDeadline(),
            LATE.formatted(options.readDeadline().toMillis()))
        .thenApply(answer -> new Reading<>(understood(answer, shape), asked, answer.body().length));
  }

  /**
   * Opens a text file of the cluster, such as a log.
   *
   * @return its content, to be closed by the caller; it closes by itself at the deadline
   */
  public CompletableFuture<InputStream> open(String path) {
    return exchange
        .send(
            path,
            HttpRequest.Builder::GET,
            this::streamedOrWhole,
            options.readDeadline(),
            LATE.formatted(options.readDeadline().toMillis()))
        .thenApply(this::content);
  }

  /** A file as it comes; an error as a whole, so that nobody waits on this side to read it. */
  private BodySubscriber<InputStream> streamedOrWhole(HttpResponse.ResponseInfo head) {
    return head.statusCode() == 200
        ? BodySubscribers.ofInputStream()
        : BodySubscribers.mapping(
            LimitedBody.upTo(options.maxAnswerBytes()).apply(head), ByteArrayInputStream::new);
  }

  private InputStream content(HttpResponse<InputStream> answer) {
    if (answer.statusCode() == 200) {
      return new DeadlinedStream(answer.body(), options.transferDeadline());
    }
    try (InputStream error = answer.body()) {
      throw FlinkErrors.of(json, answer.statusCode(), error.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("It is in memory.", e);
    }
  }

  /** Asks for a job to be cancelled; it may take its time to end. */
  public CompletableFuture<Void> cancel(JobId job) {
    return change("PATCH", JobDocuments.path(job) + "?mode=cancel", null, Nothing.class)
        .thenApply(done -> null);
  }

  /**
   * Starts a savepoint.
   *
   * @param directory where to; null for the cluster's default
   * @param cancel whether the job is to end with it
   * @return Flink's id of the operation
   */
  public CompletableFuture<String> triggerSavepoint(
      JobId job, @Nullable String directory, boolean cancel) {
    Map<String, Object> body = new HashMap<>();
    body.put("cancel-job", cancel);
    if (directory != null) {
      body.put("target-directory", directory);
    }
    return change("POST", JobDocuments.path(job) + "/savepoints", body, TriggerResponse.class)
        .thenApply(TriggerResponse::requestId);
  }

  /**
   * Starts to stop a job with a savepoint in the cluster's default directory.
   *
   * @return Flink's id of the operation
   */
  public CompletableFuture<String> stop(JobId job) {
    return change(
            "POST", JobDocuments.path(job) + "/stop", Map.of("drain", false), TriggerResponse.class)
        .thenApply(TriggerResponse::requestId);
  }

  /** How far a savepoint is. */
  public CompletableFuture<SavepointOperation> savepoint(JobId job, String operation) {
    return get(JobDocuments.path(job) + "/savepoints/" + operation, OperationResponse.class)
        .thenApply(reading -> reading.value().toOperation());
  }

  /** The state of a job now, in Flink's word; cheap, and never from a cache. */
  public CompletableFuture<String> status(JobId job) {
    return get(JobDocuments.path(job) + "/status", StatusResponse.class)
        .thenApply(reading -> reading.value().status())
        .exceptionallyCompose(
            thrown ->
                ClusterException.saysNotFound(thrown)
                    ? get("/jobs", JobStatesResponse.class)
                        .thenApply(reading -> reading.value().of(job))
                    : CompletableFuture.failedFuture(thrown));
  }

  /**
   * Uploads a program.
   *
   * @param file where it is
   * @param name what it is called, a plain file name
   */
  public CompletableFuture<JarId> upload(Path file, String name) {
    String boundary = "weir-" + UUID.randomUUID();
    return send(
            "POST",
            "/jars/upload",
            "multipart/form-data; boundary=" + boundary,
            multipart(boundary, file, name),
            UploadResponse.class)
        .thenApply(UploadResponse::id);
  }

  private static BodyPublisher multipart(String boundary, Path file, String name) {
    try {
      return BodyPublishers.concat(
          BodyPublishers.ofString(
              "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/java-archive\r\n\r\n"
                  .formatted(boundary, name.replaceAll("[\"\\p{Cntrl}]", "_"))),
          BodyPublishers.ofFile(file),
          BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
    } catch (IOException e) {
      throw new IllegalStateException("The uploaded file is gone.", e);
    }
  }

  /** Runs a program's main method on the cluster, which submits the job. */
  public CompletableFuture<JobId> run(JarId jar, ProgramOptions program) {
    return change("POST", jarPath(jar) + "/run", program.runBody(), RunResponse.class)
        .thenApply(RunResponse::jobid);
  }

  /** Runs a program's main method on the cluster as far as its plan. */
  public CompletableFuture<JarPlan> plan(JarId jar, ProgramOptions program) {
    return change("POST", jarPath(jar) + "/plan", program.planBody(), JarPlanResponse.class)
        .thenApply(response -> new JarPlan(response.plan().toModel()));
  }

  /** Removes a program. */
  public CompletableFuture<Void> delete(JarId jar) {
    return change("DELETE", jarPath(jar), null, Nothing.class).thenApply(done -> null);
  }

  private static String jarPath(JarId jar) {
    return "/jars/" + URLEncoder.encode(jar.value(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private <R> CompletableFuture<R> change(
      String method, String path, @Nullable Object body, Class<R> shape) {
    return send(
        method,
        path,
        "application/json",
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)),
        shape);
  }

  private <R> CompletableFuture<R> send(
      String method, String path, String type, BodyPublisher body, Class<R> shape) {
    Duration deadline = options.changeDeadline();
    return exchange
        .send(
            path,
            request -> request.method(method, body).header("Content-Type", type),
            LimitedBody.upTo(options.maxAnswerBytes()),
            deadline,
            LATE_CHANGE.formatted(deadline.toMillis()))
        .thenApply(answer -> understood(answer, shape));
  }

  private <R> R understood(HttpResponse<byte[]> answer, Class<R> shape) {
    if (answer.statusCode() / 100 != 2) {
      throw FlinkErrors.of(json, answer.statusCode(), answer.body());
    }
    try {
      R value = json.readValue(answer.body(), shape);
      if (value != null) {
        return value;
      }
      throw notFlinks(null);
    } catch (IOException e) {
      throw notFlinks(e);
    }
  }

  private ClusterException notFlinks(@Nullable IOException cause) {
    return new ClusterException(
        Reason.UNEXPECTED_ANSWER,
        "What answers at " + options.address() + " does not answer as Flink does.",
        cause);
  }

  private byte[] bytes(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Nothing() {}

  private record TriggerResponse(@JsonProperty("request-id") String requestId) {}

  private record StatusResponse(String status) {}

  private record RunResponse(JobId jobid) {}
}
