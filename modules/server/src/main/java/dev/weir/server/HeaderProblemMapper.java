// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.resources.wire.ProblemMapper;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.glassfish.jersey.message.internal.HeaderValueException;

/** Answers 400 if Jersey cannot read a header of a request. */
final class HeaderProblemMapper implements ExceptionMapper<HeaderValueException> {
  private static final Logger LOG = System.getLogger(HeaderProblemMapper.class.getName());

  @Override
  public Response toResponse(HeaderValueException thrown) {
    if (thrown.getContext() == HeaderValueException.Context.OUTBOUND) {
      return ProblemMapper.unexpected(thrown);
    }
    LOG.log(Level.DEBUG, "Answered with 400", thrown);
    return ProblemMapper.badRequest("A header of the request is malformed.");
  }
}
