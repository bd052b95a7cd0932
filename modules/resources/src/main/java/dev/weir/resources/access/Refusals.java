// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import dev.weir.model.ProblemKind;
import dev.weir.model.clusters.ClusterName;
import dev.weir.resources.wire.ProblemException;
import dev.weir.security.Access;
import dev.weir.security.Access.Denial;
import dev.weir.security.AccessLevel;
import dev.weir.security.AuthenticationException;
import dev.weir.security.Caller;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problems for failed authentication and for missing access levels. */
public final class Refusals {
  private Refusals() {}

  /** A problem with status 401, 429 or 503. */
  static ProblemException of(AuthenticationException refusal, List<String> challenges) {
    String sentence = refusal.explanation();
    ProblemException problem =
        switch (refusal.reason()) {
          case REFUSED -> unauthorized(sentence, challenges);
          case TOO_MANY -> new ProblemException(ProblemKind.TOO_MANY_LOGINS, sentence);
          case UNAVAILABLE -> new ProblemException(ProblemKind.LOGIN_UNAVAILABLE, sentence);
        };
    refusal
        .retryAfterSeconds()
        .ifPresent(seconds -> problem.with(HttpHeaders.RETRY_AFTER, seconds));
    return problem;
  }

  /**
   * Rejects a caller below the access level, with 401 or 403.
   *
   * @param cluster the cluster concerned; null if the request is about none in particular
   */
  public static void require(
      Caller caller, @Nullable ClusterName cluster, AccessLevel level, List<String> challenges) {
    Access.refusal(caller, cluster, level)
        .ifPresent(
            refusal -> {
              throw refusal.denial() == Denial.FORBIDDEN
                  ? new ProblemException(ProblemKind.FORBIDDEN, refusal.sentence())
                  : unauthorized(refusal.sentence(), challenges);
            });
  }

  private static ProblemException unauthorized(String sentence, List<String> challenges) {
    ProblemException problem = new ProblemException(ProblemKind.UNAUTHORIZED, sentence);
    challenges.forEach(challenge -> problem.with(HttpHeaders.WWW_AUTHENTICATE, challenge));
    return problem;
  }
}
