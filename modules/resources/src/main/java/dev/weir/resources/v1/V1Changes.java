// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.flink.PathText;
import dev.weir.flink.raw.FlinkAnswer;
import dev.weir.flink.raw.FlinkRequest;
import dev.weir.flink.raw.FlinkRequest.Body;
import dev.weir.model.Done;
import dev.weir.model.MalformedIdException;
import dev.weir.model.ProblemKind;
import dev.weir.model.jar.JarId;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.monitor.snapshots.Json;
import dev.weir.resources.audit.AuditFilter;
import dev.weir.resources.change.ChangeBody;
import dev.weir.resources.classic.SubmitFilter;
import dev.weir.resources.upload.UploadedFile;
import dev.weir.resources.wire.JsonFilter;
import dev.weir.resources.wire.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Makes changes in the words of Flink's API, and everything about jars. */
public final class V1Changes {
  /** The members of a body that name a directory for a savepoint, or a savepoint. */
  private static final List<String> DIRECTORIES =
      List.of("target-directory", "targetDirectory", "savepoint-path");

  private static final String MODE = "mode";

  private final ClusterMonitor cluster;
  private final JarUploads uploads;
  private final boolean submitEnabled;
  private final V1Options options;
  private final ContainerRequestContext request;

  @Inject
  public V1Changes(
      ClusterMonitor cluster,
      JarUploads uploads,
      @Named("submit-enabled") Boolean submitEnabled,
      V1Options options,
      ContainerRequestContext request) {
    this.cluster = cluster;
    this.uploads = uploads;
    this.submitEnabled = submitEnabled;
    this.options = options;
    this.request = request;
  }

  /** Answers a GET that is no plain read. */
  CompletableFuture<?> read(AskedRoute asked) {
    return switch (asked.route().kind()) {
      case JARS -> {
        requireSubmit();
        yield cluster.jars();
      }
      case JAR -> answer(ofJar(asked, ChangeBody.EMPTY));
      default -> throw gone();
    };
  }

  /** Sends the change that the request asks for. */
  CompletableFuture<Object> send(ChangeBody body) {
    AskedRoute asked = AskedRoute.of(request);
    return switch (asked.route().kind()) {
      case JAR ->
          asked.route().method().equals("DELETE")
              ? failing(deleteJar(asked))
              : answer(ofJar(asked, body));
      case MESSAGE -> answer(cluster.api().message(inFlinksWords(asked, body)));
      case SHUTDOWN -> {
        options.requireShutdown();
        yield answer(cluster.api().send(inFlinksWords(asked, body), null));
      }
      default -> answer(change(asked, body));
    };
  }

  private CompletableFuture<FlinkAnswer> change(AskedRoute asked, ChangeBody body) {
    if (asked.parameter(MODE).filter("stop"::equals).isPresent()) {
      throw gone();
    }
    if (asked.route().method().equals(HttpMethod.GET)) {
      return cluster.api().cancel(asked.job().orElseThrow());
    }
    DIRECTORIES.stream()
        .map(body.members()::get)
        .filter(Objects::nonNull)
        .forEach(directory -> cluster.api().requireSavepointDirectory(directory.toString()));
    return cluster.api().send(inFlinksWords(asked, body), asked.job().orElse(null));
  }

  private static FlinkRequest inFlinksWords(AskedRoute asked, ChangeBody body) {
    byte[] json = body.equals(ChangeBody.EMPTY) ? null : Json.bytes(body.members());
    return new FlinkRequest(asked.route().method(), asked.address(), Body.json(json), false);
  }

  private static ProblemException gone() {
    return new ProblemException(
        ProblemKind.UNKNOWN_ADDRESS,
        "Flink stops no job in this way any more; use POST /v1/jobs/<jobid>/stop.");
  }

  /** Submits a job; nothing is sent before the whole body is here. */
  CompletableFuture<Object> submit(String contentType, InputStream body) throws IOException {
    requireSubmit();
    return answer(cluster.api().submit(uploads, contentType, body));
  }

  /** Uploads a jar. */
  CompletableFuture<Object> upload(UploadedFile file) throws IOException {
    requireSubmit();
    return failing(cluster.upload(uploads, file.name(), file.content()));
  }

  private CompletableFuture<Done> deleteJar(AskedRoute asked) {
    requireSubmit();
    return cluster.delete(jar(asked)).thenApply(deleted -> new Done());
  }

  private CompletableFuture<FlinkAnswer> ofJar(AskedRoute asked, ChangeBody body) {
    requireSubmit();
    String template = asked.route().template();
    String action = template.substring(template.lastIndexOf('/'));
    byte[] json = Json.bytes(RunBody.of(asked.query(), body));
    return cluster
        .api()
        .sendWith(
            jar(asked),
            id ->
                new FlinkRequest(
                    "POST",
                    "/jars/" + PathText.encodedTwice(id.value()) + action,
                    new Body.Json(json),
                    true));
  }

  private static JarId jar(AskedRoute asked) {
    try {
      return JarId.parse(asked.variables().value("jarid").orElseThrow());
    } catch (MalformedIdException e) {
      throw new ProblemException(ProblemKind.MALFORMED_PARAMETER, e.explanation(), e);
    }
  }

  private void requireSubmit() {
    if (!submitEnabled) {
      throw SubmitFilter.disabled();
    }
  }

  private CompletableFuture<Object> answer(CompletableFuture<FlinkAnswer> sent) {
    return failing(
        sent.thenApply(
            answer -> {
              byte[] body = answer.body().bytes();
              result(body).ifPresent(result -> AuditFilter.result(request, result));
              return Response.status(answer.status())
                  .entity(body)
                  .type(JsonFilter.JSON)
                  .header(HttpHeaders.CACHE_CONTROL, "no-store")
                  .build();
            }));
  }

  /** What the audit log says that a change has led to. */
  private static Optional<String> result(byte[] body) {
    Map<String, Object> members = Json.members(body).orElse(Map.of());
    return Stream.of("jobid", "jobUrl", "request-id", "applicationId")
        .filter(name -> members.get(name) instanceof String)
        .findFirst()
        .map(name -> name + " " + members.get(name));
  }

  private CompletableFuture<Object> failing(CompletableFuture<?> future) {
    return future
        .<Object>thenApply(entity -> entity)
        .exceptionally(
            thrown -> {
              throw new CompletionException(V1ErrorFilter.failed(request, thrown));
            });
  }
}
