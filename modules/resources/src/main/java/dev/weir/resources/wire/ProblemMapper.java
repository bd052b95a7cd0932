// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.flink.ClusterException;
import dev.weir.model.Printable;
import dev.weir.model.Problem;
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
import org.jspecify.annotations.Nullable;

/**
 * Answers whatever went wrong with the right status and one sentence. What nobody expected is
 * logged under an id, and only the id goes out.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

  /** What says to the client what to do next. */
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
      return problem(statusOf(refusal.reason()), refusal.explanation()).build();
    }
    if (cause instanceof WebApplicationException web && isMeant(web.getResponse().getStatus())) {
      return meant(web);
    }
    return unexpected(cause);
  }

  private static StatusType statusOf(ClusterException.Reason reason) {
    return switch (reason) {
      case INVALID -> Status.BAD_REQUEST;
      case NOT_FOUND -> Status.NOT_FOUND;
      case CONFLICT -> Status.CONFLICT;
      case TOO_LARGE -> Status.REQUEST_ENTITY_TOO_LARGE;
      case NO_ROOM -> InsufficientStorage.STATUS;
      case UNREACHABLE, OVERLOADED -> Status.SERVICE_UNAVAILABLE;
      case NO_ANSWER -> Status.GATEWAY_TIMEOUT;
      case UNEXPECTED_ANSWER -> Status.BAD_GATEWAY;
    };
  }

  /** Whether it was thrown to be answered: by what the client has done, or until it is better. */
  private static boolean isMeant(int status) {
    return status < 500 || status == Status.SERVICE_UNAVAILABLE.getStatusCode();
  }

  private Response meant(WebApplicationException thrown) {
    Response given = thrown.getResponse();
    String sentence = sentence(thrown);
    LOG.log(Level.DEBUG, () -> "Answered with " + given.getStatus() + ": " + sentence, thrown);
    Response.ResponseBuilder problem = problem(given.getStatusInfo(), sentence);
    for (String name : KEPT) {
      given
          .getHeaders()
          .getOrDefault(name, List.of())
          .forEach(value -> problem.header(name, value));
    }
    return problem.build();
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

  /** What is no doing of the client: logged under an id, which alone goes out. */
  public static Response unexpected(Throwable thrown) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unexpected, answered with id " + id, thrown);
    String sentence =
        "Something unexpected went wrong; the server's log says more under " + id + ".";
    return Response.serverError().entity(body(Status.INTERNAL_SERVER_ERROR, sentence, id)).build();
  }

  /** What a client has sent that is malformed. */
  public static Response badRequest(String sentence) {
    return problem(Status.BAD_REQUEST, sentence).build();
  }

  private static Response.ResponseBuilder problem(StatusType status, String sentence) {
    return Response.status(status).entity(body(status, sentence, null));
  }

  private static Problem body(StatusType status, String sentence, @Nullable String id) {
    return Problem.of(status.getStatusCode(), status.getReasonPhrase(), sentence, id);
  }
}
