// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.upload;

import dev.weir.flink.ClusterException;
import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Answers 400 if reading the body of a request fails unexpectedly: the client is at fault. */
public final class BodyInterceptor implements ReaderInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (WebApplicationException | ClusterException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new ProblemException(
          ProblemKind.MALFORMED_BODY,
          "The body of the request cannot be read: it is incomplete or malformed.",
          e);
    }
  }
}
