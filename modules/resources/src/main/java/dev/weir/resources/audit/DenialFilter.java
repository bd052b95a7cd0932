// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.audit;

import dev.weir.model.Printable;
import dev.weir.model.Problem;
import dev.weir.resources.audit.DenialBudget.Unwritten;
import dev.weir.resources.proxy.ForwardedFilter;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.V1Path;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Logs failed logins, and changes rejected before a resource was found: those of unknown callers,
 * and those for unknown hosts or clusters.
 */
@Priority(FilterOrder.ORDINARY)
public final class DenialFilter implements ContainerResponseFilter {
  private static final Set<Integer> OF_LOGINS = Set.of(401, 429);

  /**
   * Paths of changes, with or without a cluster. Some change by GET, so the method does not matter.
   */
  private static final Pattern CHANGE =
      Pattern.compile(
          "/*(?:clusters/[^/]++/++)?(?:jobs/[^/]++/(?:(?:yarn-)?(?:cancel|stop)"
              + "|cancel-with-savepoint(?:/target-directory/.*+)?)|jars/upload|jars/[^/]++/run)/*",
          Pattern.DOTALL);

  private static final Set<String> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final Pattern JAR = Pattern.compile("/*(?:clusters/[^/]++/++)?jars/[^/]++/*");

  private final AuditLog log;
  private final InstantSource clock;
  private final DenialBudget budget;

  /**
   * Creates the filter.
   *
   * @param perMinute maximum number of lines a minute; further denials are counted
   */
  public DenialFilter(AuditLog log, InstantSource clock, int perMinute) {
    this.log = log;
    this.clock = clock;
    this.budget = new DenialBudget(perMinute);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Instant now = clock.instant();
    budget.due(now).ifPresent(unwritten -> log.write(entry(unwritten, now)));
    int status = response.getStatus();
    if (status >= 400
        && !AuditFilter.hasWritten(request)
        && (isFailedLogin(request, status) || isChange(request))) {
      String client = ForwardedFilter.client(request);
      if (budget.allows(Objects.requireNonNullElse(client, ""), now)) {
        log.write(entry(request, response, client, now));
      }
    }
  }

  private static boolean isFailedLogin(ContainerRequestContext request, int status) {
    return OF_LOGINS.contains(status) && request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
  }

  private static boolean isChange(ContainerRequestContext request) {
    return isChange(request.getMethod(), request.getUriInfo().getPath());
  }

  /** Whether the request would change something if it were not rejected. */
  static boolean isChange(String method, String path) {
    return CHANGE.matcher(path).matches()
        || (V1Path.contains(path) && (!READS.contains(method) || path.endsWith("/yarn-cancel")))
        || (method.equals(HttpMethod.DELETE) && JAR.matcher(path).matches());
  }

  private static AuditEntry entry(
      ContainerRequestContext request,
      ContainerResponseContext response,
      @Nullable String client,
      Instant now) {
    return AuditEntry.denied(
        now,
        claimed(request.getHeaderString(HttpHeaders.AUTHORIZATION)),
        client,
        Printable.of(request.getMethod()),
        "/" + Printable.of(request.getUriInfo().getPath()),
        response.getStatus(),
        response.getEntity() instanceof Problem problem ? problem.detail() : null);
  }

  private static AuditEntry entry(Unwritten unwritten, Instant now) {
    String told =
        unwritten.requests()
            + " more requests were denied in the minute from "
            + unwritten.since()
            + " on; weir.audit.denials-per-minute bounds the lines about them.";
    return AuditEntry.denied(now, null, null, null, null, null, told);
  }

  /** The user name of HTTP Basic: the account whose password somebody guesses. */
  private static @Nullable String claimed(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
      return null;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
      String text = new String(decoded, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      // A text without a colon may be a password or a token.
      return colon <= 0 ? null : Printable.of(text.substring(0, colon));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
