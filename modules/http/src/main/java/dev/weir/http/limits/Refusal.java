// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import dev.weir.model.Problem;
import dev.weir.model.ProblemKind;
import java.io.IOException;
import java.util.Optional;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;

/**
 * Why a request is not handed on to Jersey.
 *
 * @param problem what the client gets
 * @param retryAfterSeconds for {@code Retry-After}; 0 for none
 */
public record Refusal(Problem problem, long retryAfterSeconds) {
  private static final String SENT = Refusal.class.getName() + ".sent";

  /** A refusal that asking again does not change. */
  public static Refusal of(ProblemKind kind, String sentence) {
    return new Refusal(Problem.of(kind, sentence), 0);
  }

  /** A refusal that may pass. */
  public static Refusal forNow(ProblemKind kind, String sentence, long retryAfterSeconds) {
    return new Refusal(Problem.of(kind, sentence), retryAfterSeconds);
  }

  /** Answers a request; the page of errors looks here for the {@linkplain #sent problem}. */
  public void send(Request request, Response response) throws IOException {
    if (retryAfterSeconds > 0) {
      response.setHeader(Header.RetryAfter, Long.toString(retryAfterSeconds));
    }
    request.setAttribute(SENT, problem);
    response.sendError(problem.status(), problem.detail());
  }

  /** The problem that a request is answered with; empty if it is not refused. */
  public static Optional<Problem> sent(Request request) {
    return request.getAttribute(SENT) instanceof Problem problem
        ? Optional.of(problem)
        : Optional.empty();
  }
}
