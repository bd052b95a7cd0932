// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.audit;

import dev.weir.flink.Secrets;
import dev.weir.model.Problem;
import dev.weir.model.jar.JarRun;
import dev.weir.model.jar.JarUpload;
import dev.weir.model.job.SavepointProgress;
import dev.weir.monitor.Clusters;
import dev.weir.resources.access.KnownCaller;
import dev.weir.resources.change.ChangeBody;
import dev.weir.resources.change.ChangeBodyReader;
import dev.weir.resources.change.Changes;
import dev.weir.resources.proxy.ForwardedFilter;
import dev.weir.resources.wire.ClusterSelector;
import dev.weir.resources.wire.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes two lines about every change. The first one follows all filters that may reject the
 * request; the second one has the outcome. A rejected request has only the second one. Both have
 * the id that {@code X-Request-Id} sends.
 */
@Changes
@Priority(FilterOrder.AUDIT)
public final class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String ASKED = AuditFilter.class.getName() + ".asked";
  private static final String ID = "X-Request-Id";
  private static final String JOB = AuditFilter.class.getName() + ".job";
  private static final String JAR = AuditFilter.class.getName() + ".jar";
  private static final String OMITTED = AuditFilter.class.getName() + ".omitted";
  private static final String RESULT = AuditFilter.class.getName() + ".result";
  private static final String WRITTEN = AuditFilter.class.getName() + ".written";

  private final AuditLog log;
  private final ShownParameters parameters;
  private final Clusters clusters;
  private final InstantSource clock;

  @Inject
  public AuditFilter(AuditLog log, Secrets secrets, Clusters clusters, InstantSource clock) {
    this.log = log;
    this.parameters = new ShownParameters(secrets);
    this.clusters = clusters;
    this.clock = clock;
  }

  /** Names the job and the jar of a request whose path has no parameters of these names. */
  public static void about(
      ContainerRequestContext request, @Nullable String job, @Nullable String jar) {
    request.setProperty(JOB, job);
    request.setProperty(JAR, jar);
  }

  /** Writes nothing about a request that is not rejected here: a message of a running program. */
  public static void omit(ContainerRequestContext request) {
    request.setProperty(OMITTED, true);
  }

  /** Says what a change has led to, such as {@code job} and its id. */
  public static void result(ContainerRequestContext request, String result) {
    request.setProperty(RESULT, result);
  }

  /** Whether nothing is left to log: the outcome of the request is, or does not belong there. */
  static boolean hasWritten(ContainerRequestContext request) {
    return request.getProperty(WRITTEN) != null;
  }

  private record Asked(String id, Instant at) {}

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(OMITTED) != null) {
      request.setProperty(WRITTEN, true);
      return;
    }
    Asked asked = new Asked(UUID.randomUUID().toString(), clock.instant());
    request.setProperty(ASKED, asked);
    log.write(entry(request, asked.id(), asked.at(), "asked", null));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (hasWritten(request)) {
      return;
    }
    Instant now = clock.instant();
    Asked asked =
        request.getProperty(ASKED) instanceof Asked before
            ? before
            : new Asked(UUID.randomUUID().toString(), now);
    Outcome outcome =
        new Outcome(
            response.getStatus(),
            request.getProperty(RESULT) instanceof String result
                ? result
                : result(response.getEntity()),
            response.getEntity() instanceof Problem problem ? problem.detail() : null,
            Duration.between(asked.at(), now).toMillis());
    log.write(entry(request, asked.id(), now, event(response.getStatus()), outcome));
    request.setProperty(WRITTEN, true);
    response.getHeaders().putSingle(ID, asked.id());
  }

  private record Outcome(
      int status, @Nullable String result, @Nullable String problem, long millis) {}

  private static String event(int status) {
    return status < 400 ? "done" : status < 500 ? "refused" : "failed";
  }

  private static @Nullable String result(@Nullable Object entity) {
    if (entity instanceof JarRun run) {
      return "job " + run.jobid();
    }
    if (entity instanceof JarUpload upload) {
      return "jar " + upload.filename();
    }
    return entity instanceof SavepointProgress progress
        ? "savepoint request " + progress.requestId()
        : null;
  }

  private AuditEntry entry(
      ContainerRequestContext request,
      String id,
      Instant at,
      String event,
      @Nullable Outcome outcome) {
    SecurityContext security = request.getSecurityContext();
    boolean known = KnownCaller.of(security).isKnown();
    return new AuditEntry(
        at.toString(),
        id,
        event,
        known ? security.getUserPrincipal().getName() : null,
        known ? security.getAuthenticationScheme() : null,
        null,
        ForwardedFilter.client(request),
        request.getMethod(),
        "/" + request.getUriInfo().getPath(),
        parameters(request),
        ClusterSelector.selected(request, clusters).name().value(),
        inPath(request, "jobid", JOB),
        inPath(request, "jarid", JAR),
        outcome == null ? null : outcome.status(),
        outcome == null ? null : outcome.result(),
        outcome == null ? null : outcome.problem(),
        outcome == null ? null : outcome.millis());
  }

  private static @Nullable String inPath(
      ContainerRequestContext request, String parameter, String property) {
    return request.getProperty(property) instanceof String noted
        ? noted
        : request.getUriInfo().getPathParameters().getFirst(parameter);
  }

  private @Nullable Map<String, List<String>> parameters(ContainerRequestContext request) {
    Map<String, List<String>> given = new TreeMap<>(request.getUriInfo().getQueryParameters());
    if (request.getProperty(ChangeBodyReader.GIVEN) instanceof ChangeBody body) {
      body.members()
          .forEach(
              (name, value) ->
                  given.merge(
                      name,
                      texts(value),
                      (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
    }
    Map<String, List<String>> shown = parameters.of(given);
    return shown.isEmpty() ? null : shown;
  }

  private static List<String> texts(@Nullable Object value) {
    if (value instanceof Map<?, ?> entries) {
      return entries.entrySet().stream().map(String::valueOf).toList();
    }
    return value instanceof Collection<?> all
        ? all.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }
}
