// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import dev.weir.model.clusters.ClusterName;
import dev.weir.security.Access;
import dev.weir.security.Access.Denial;
import dev.weir.security.AccessLevel;
import dev.weir.security.AuthenticationException;
import dev.weir.security.Caller;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statuses of those who are not known, and of those who may not. */
public final class Refusals {
  private Refusals() {}

  /** 401, 429 or 503. */
  static WebApplicationException of(AuthenticationException refusal, List<String> challenges) {
    Response.ResponseBuilder response =
        switch (refusal.reason()) {
          case REFUSED -> unauthorized(challenges);
          case TOO_MANY -> Response.status(Status.TOO_MANY_REQUESTS);
          case UNAVAILABLE -> Response.status(Status.SERVICE_UNAVAILABLE);
        };
    refusal
        .retryAfterSeconds()
        .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
    return new WebApplicationException(refusal.getMessage(), response.build());
  }

  /**
   * Refuses what somebody may not, with 401 or 403.
   *
   * @param cluster what it is about; null where it is about none in particular
   */
  public static void require(
      Caller caller, @Nullable ClusterName cluster, AccessLevel level, List<String> challenges) {
    Access.refusal(caller, cluster, level)
        .ifPresent(
            refusal -> {
              throw refusal.denial() == Denial.FORBIDDEN
                  ? new ForbiddenException(refusal.sentence())
                  : new WebApplicationException(
                      refusal.sentence(), unauthorized(challenges).build());
            });
  }

  private static Response.ResponseBuilder unauthorized(List<String> challenges) {
    Response.ResponseBuilder response = Response.status(Status.UNAUTHORIZED);
    challenges.forEach(challenge -> response.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
    return response;
  }
}
