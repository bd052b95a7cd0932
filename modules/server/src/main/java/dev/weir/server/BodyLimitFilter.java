// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.model.ProblemKind;
import dev.weir.resources.upload.Uploads;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.ProblemException;
import dev.weir.resources.wire.SkippedByHotAnswers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

/**
 * Rejects request bodies that are too large or arrive too slowly, because a thread waits for them.
 * A {@code Content-Length} above the limit is rejected at once. Any other failure to read the body
 * is the client's fault: 400.
 */
@Priority(FilterOrder.BODY_LIMIT)
@SkippedByHotAnswers
final class BodyLimitFilter implements ContainerRequestFilter {
  private final ApiOptions.Body limits;

  @Context private ResourceInfo resource;

  BodyLimitFilter(ApiOptions.Body limits) {
    this.limits = limits;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    long most = uploads() ? limits.maxBytes() : limits.maxOptionsBytes();
    String length = request.getHeaderString("Content-Length");
    if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > most) {
      throw tooLarge(most);
    }
    request.setEntityStream(new Limited(request.getEntityStream(), most));
  }

  private boolean uploads() {
    Method method = resource.getResourceMethod();
    return method != null && method.isAnnotationPresent(Uploads.class);
  }

  private static ProblemException tooLarge(long most) {
    return new ProblemException(
        ProblemKind.BODY_TOO_LARGE, "The request is larger than the " + most + " bytes allowed.");
  }

  private ProblemException tooSlow() {
    return new ProblemException(
        ProblemKind.BODY_TOO_SLOW,
        "The request arrives too slowly: the minimum is "
            + limits.minBytesPerSecond()
            + " bytes per second.");
  }

  /** Fails when the body exceeds its maximum size or falls below its minimum rate. */
  private final class Limited extends FilterInputStream {
    private final long begun = System.nanoTime();
    private final long most;
    private long seen;

    Limited(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
      } catch (WebApplicationException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        // The HTTP server times out a client that sends nothing at all.
        throw secondsBeyondGrace() >= 0 && limits.minBytesPerSecond() > 0
            ? tooSlow()
            : new ProblemException(
                ProblemKind.MALFORMED_BODY,
                "The body of the request cannot be read: it is incomplete or malformed.",
                e);
      }
    }

    private void count(int read) {
      seen += read;
      if (seen > most) {
        throw tooLarge(most);
      }
      if (seen < secondsBeyondGrace() * limits.minBytesPerSecond()) {
        throw tooSlow();
      }
    }

    private double secondsBeyondGrace() {
      return (System.nanoTime() - begun - limits.grace().toNanos()) / 1e9;
    }
  }
}
