// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.flink.ClusterException;
import dev.weir.model.Printable;
import dev.weir.model.Problem;
import dev.weir.model.ProblemKind;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/**
 * Answers every failure with the right status and one sentence. An unexpected failure is logged
 * under an id, and only the id is sent.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

  /** Headers that tell the client what to do next. */
  private static final List<String> KEPT =
      List.of(
          HttpHeaders.ALLOW,
          HttpHeaders.WWW_AUTHENTICATE,
          HttpHeaders.RETRY_AFTER,
          "Content-Range");

  @Context private UriInfo uri;
  @Context private Request request;

  @Override
  public Response toResponse(Throwable thrown) {
    Throwable cause = ClusterException.unwrap(thrown);
    if (cause instanceof ClusterException refusal) {
      return answer(Problem.of(refusal.kind(), refusal.explanation())).build();
    }
    if (cause instanceof ProblemException problem) {
      return meant(problem, Problem.of(problem.kind(), problem.explanation()));
    }
    if (cause instanceof WebApplicationException web && isMeant(web.getResponse().getStatus())) {
      StatusType status = web.getResponse().getStatusInfo();
      return meant(
          web, Problem.ofStatus(status.getStatusCode(), status.getReasonPhrase(), sentence(web)));
    }
    return unexpected(cause);
  }

  /** Whether JAX-RS or an extension threw it as an answer to the client. */
  private static boolean isMeant(int status) {
    return status < 500 || status == Status.SERVICE_UNAVAILABLE.getStatusCode();
  }

  private static Response meant(WebApplicationException thrown, Problem problem) {
    Response given = thrown.getResponse();
    LOG.log(
        Level.DEBUG, () -> "Answered with " + problem.status() + ": " + problem.detail(), thrown);
    Response.ResponseBuilder answer = answer(problem);
    for (String name : KEPT) {
      given.getHeaders().getOrDefault(name, List.of()).forEach(value -> answer.header(name, value));
    }
    return answer.build();
  }

  private String sentence(WebApplicationException thrown) {
    String path = Printable.of(uri.getBaseUri().getPath() + uri.getPath());
    if (thrown instanceof NotAllowedException) {
      String allowed = thrown.getResponse().getHeaderString(HttpHeaders.ALLOW);
      return request.getMethod() + " is not possible at " + path + ", only " + allowed + ".";
    }
    if (thrown instanceof NotSupportedException) {
      return "The content type of the request is not one that " + path + " takes.";
    }
    String own = thrown.getMessage();
    if (thrown instanceof NotFoundException && (own == null || own.startsWith("HTTP "))) {
      return "There is nothing at " + path + ".";
    }
    return own == null || own.startsWith("HTTP ")
        ? "The body of the request cannot be read: it is incomplete or malformed."
        : own;
  }

  /** The answer to an unexpected failure. It is logged under an id, and only the id is sent. */
  public static Response unexpected(Throwable thrown) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unexpected, answered with id " + id, thrown);
    String sentence =
        "Something unexpected went wrong; the server's log says more under " + id + ".";
    return answer(Problem.of(ProblemKind.INTERNAL_ERROR, sentence, id)).build();
  }

  /** The answer to a malformed request. */
  public static Response badRequest(String sentence) {
    return answer(Problem.of(ProblemKind.MALFORMED_REQUEST, sentence)).build();
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    int status = problem.status();
    return (status == InsufficientStorage.STATUS.getStatusCode()
            ? Response.status(InsufficientStorage.STATUS)
            : Response.status(status))
        .entity(problem);
  }
}
