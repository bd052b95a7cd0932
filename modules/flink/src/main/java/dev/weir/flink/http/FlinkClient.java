// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.flink.BodyReader;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.ContactState;
import dev.weir.flink.FlinkClientOptions;
import dev.weir.flink.FormatRefusedException;
import dev.weir.flink.JarOptions;
import dev.weir.flink.JobManagers;
import dev.weir.flink.MethodRefusedException;
import dev.weir.flink.NoSuchAddressException;
import dev.weir.flink.PathText;
import dev.weir.flink.Reading;
import dev.weir.flink.SavepointOperation;
import dev.weir.flink.SavepointOptions;
import dev.weir.flink.Secrets;
import dev.weir.flink.TextFile;
import dev.weir.flink.documents.JobDocuments;
import dev.weir.flink.json.FlinkJson;
import dev.weir.flink.raw.FlinkAnswer;
import dev.weir.flink.raw.FlinkRequest;
import dev.weir.flink.raw.FlinkRequest.Body;
import dev.weir.flink.responses.JarPlanResponse;
import dev.weir.flink.responses.JobStatusResponse;
import dev.weir.model.jar.JarId;
import dev.weir.model.jar.JarPlan;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The client of Flink's REST API for one cluster, Flink 1.15 to 2.x.
 *
 * <p>Reads parse leniently: unknown members are ignored, missing ones are filled by the mapping.
 * Changes are sent once. All futures fail with a {@link ClusterException}.
 */
public final class FlinkClient implements ClusterSource {
  private final JobManagers jobManagers;
  private final ClusterConnection connection;
  private final FlinkClientOptions options;

  /**
   * A client that has not connected yet.
   *
   * @param jobManagers the addresses; closed with the client
   * @param http sends the requests; see {@link #http}
   * @param executor runs continuations of failures; needs more than one thread
   */
  public FlinkClient(
      JobManagers jobManagers,
      FlinkClientOptions options,
      HttpClient http,
      Executor executor,
      InstantSource clock) {
    this.jobManagers = jobManagers;
    this.options = options;
    this.connection = new ClusterConnection(jobManagers, options, http, executor, clock);
  }

  /**
   * An HTTP client for Flink: HTTP/1.1, no redirects. Clusters may share one.
   *
   * @param executor runs the events of connections; the JDK runs continuations of answers, and so
   *     their parsing, on its common pool
   * @param tls of clusters with certificates of their own; null for the JDK's trust store
   */
  public static HttpClient http(
      Executor executor, Duration connectDeadline, @Nullable SSLContext tls) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectDeadline)
            .executor(executor);
    return (tls == null ? builder : builder.sslContext(tls)).build();
  }

  @Override
  public List<URI> addresses() {
    return jobManagers.addresses();
  }

  @Override
  public void onMove(Runnable moved) {
    jobManagers.onMove(moved);
  }

  @Override
  public Optional<URI> answering() {
    return connection.answering();
  }

  @Override
  public ContactState contact() {
    return connection.contact();
  }

  /** Reads one of Flink's answers; sent unless the cluster is known not to answer. */
  @Override
  public <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader) {
    return connection.get(path, reader);
  }

  @Override
  public Secrets secrets() {
    return options.secrets();
  }

  @Override
  public <R> CompletableFuture<Reading<R>> probe(String path, BodyReader<R> reader) {
    return connection.probe(path, reader);
  }

  @Override
  public CompletableFuture<TextFile> open(String path) {
    return connection.open(path);
  }

  /**
   * Where a proxy refuses PATCH, so that nothing was done, uses the GET that Flink has for YARN's
   * proxy.
   */
  @Override
  public CompletableFuture<Void> cancel(JobId job) {
    return connection
        .change(
            "PATCH",
            JobDocuments.path(job) + "?mode=cancel",
            null,
            FlinkJson.reader(Nothing.class),
            looking(JobDocuments.path(job)))
        .exceptionallyCompose(
            thrown ->
                ClusterException.unwrap(thrown) instanceof MethodRefusedException
                    ? connection.change(
                        "GET",
                        JobDocuments.path(job) + "/yarn-cancel",
                        null,
                        FlinkJson.reader(Nothing.class),
                        looking(JobDocuments.path(job)))
                    : CompletableFuture.failedFuture(thrown))
        .thenApply(done -> null);
  }

  @Override
  public CompletableFuture<String> cancelWithSavepoint(JobId job, SavepointOptions options) {
    return trigger(job, "/savepoints", options.cancelBody());
  }

  @Override
  public CompletableFuture<String> stop(JobId job, SavepointOptions options) {
    return trigger(job, "/stop", options.stopBody());
  }

  private CompletableFuture<String> trigger(JobId job, String what, Map<String, Object> body) {
    return connection
        .change(
            "POST",
            JobDocuments.path(job) + what,
            body,
            FlinkJson.reader(TriggerResponse.class),
            looking(JobDocuments.path(job)))
        .thenApply(TriggerResponse::requestId);
  }

  @Override
  public CompletableFuture<FlinkAnswer> send(FlinkRequest request) {
    return connection.send(
        request.method(),
        request.path(),
        type(request.body()),
        publisher(request.body()),
        FlinkJson.raw(),
        FlinkAnswer::new,
        noAnswer(request));
  }

  private NoAnswerMessage noAnswer(FlinkRequest request) {
    boolean jar = request.path().startsWith("/jars/");
    if (request.submits()) {
      return jar
          ? NoAnswerMessage.run(options.runDeadline())
          : NoAnswerMessage.change(options.runDeadline(), "/jobs/overview");
    }
    return looking(jar ? "/jars" : "/jobs/overview");
  }

  private static String type(Body body) {
    return body instanceof Body.InFile file ? file.contentType() : "application/json";
  }

  private static BodyPublisher publisher(Body body) {
    try {
      return body instanceof Body.InFile file
          ? BodyPublishers.ofFile(file.file())
          : body instanceof Body.Json json
              ? BodyPublishers.ofByteArray(json.bytes())
              : BodyPublishers.noBody();
    } catch (IOException e) {
      throw new IllegalStateException("The received file is gone.", e);
    }
  }

  @Override
  public CompletableFuture<SavepointOperation> savepoint(JobId job, String operation) {
    return get(
            JobDocuments.path(job) + "/savepoints/" + operation,
            FlinkJson.reader(OperationResponse.class))
        .thenApply(reading -> reading.value().toOperation());
  }

  @Override
  public CompletableFuture<JobState> status(JobId job) {
    return get(JobDocuments.path(job) + "/status", FlinkJson.reader(JobStatusResponse.class))
        .thenApply(reading -> reading.value().toModel())
        .exceptionallyCompose(
            thrown ->
                ClusterException.saysNotFound(thrown)
                        || ClusterException.unwrap(thrown) instanceof NoSuchAddressException
                    ? get("/jobs", FlinkJson.reader(JobStatesResponse.class))
                        .thenApply(reading -> reading.value().of(job))
                    : CompletableFuture.failedFuture(thrown));
  }

  @Override
  public CompletableFuture<JarId> upload(Path file, String name) {
    String boundary = "weir-" + UUID.randomUUID();
    return connection.send(
        "POST",
        "/jars/upload",
        "multipart/form-data; boundary=" + boundary,
        multipart(boundary, file, name),
        FlinkJson.reader(UploadResponse.class),
        (status, uploaded) -> uploaded.id(),
        looking("/jars"));
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

  @Override
  public CompletableFuture<JobId> run(JarId jar, JarOptions program) {
    return connection
        .change(
            "POST",
            jarPath(jar) + "/run",
            program.runBody(),
            FlinkJson.reader(RunResponse.class),
            NoAnswerMessage.run(options.runDeadline()))
        .exceptionallyCompose(thrown -> failed(thrown, program))
        .thenApply(RunResponse::jobid);
  }

  @Override
  public CompletableFuture<JarPlan> plan(JarId jar, JarOptions program) {
    return connection
        .change(
            "POST",
            jarPath(jar) + "/plan",
            program.planBody(),
            FlinkJson.reader(JarPlanResponse.class),
            NoAnswerMessage.change(options.runDeadline(), "/jars"))
        .exceptionallyCompose(thrown -> failed(thrown, program))
        .thenApply(response -> new JarPlan(response.plan().toModel()));
  }

  private static <T> CompletableFuture<T> failed(Throwable thrown, JarOptions program) {
    return CompletableFuture.failedFuture(
        ClusterException.unwrap(thrown) instanceof FormatRefusedException refusal
                && !program.flinkConfiguration().isEmpty()
            ? new ClusterException(
                Reason.INVALID,
                "The cluster runs a release of Flink that does not take flinkConfiguration.",
                refusal)
            : thrown);
  }

  @Override
  public CompletableFuture<Void> delete(JarId jar) {
    return connection
        .change("DELETE", jarPath(jar), null, FlinkJson.reader(Nothing.class), looking("/jars"))
        .thenApply(done -> null);
  }

  private NoAnswerMessage looking(String where) {
    return NoAnswerMessage.change(options.changeDeadline(), where);
  }

  private static String jarPath(JarId jar) {
    return "/jars/" + PathText.encodedTwice(jar.value());
  }

  @Override
  public void close() {
    jobManagers.close();
  }

  private record Nothing() {}

  private record TriggerResponse(
      @JsonProperty(value = "request-id", required = true) String requestId) {}

  private record RunResponse(@JsonProperty(required = true) JobId jobid) {}
}
