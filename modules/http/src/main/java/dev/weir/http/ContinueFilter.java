// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.SkippedByHotAnswers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Sends 100 to a client with {@code Expect: 100-continue} when a resource begins to read the body.
 * By then no filter refuses the request any more.
 */
@Priority(FilterOrder.CONTINUE)
@SkippedByHotAnswers
final class ContinueFilter implements ContainerRequestFilter {
  private static final String REQUEST = ContinueFilter.class.getName();

  /** Notes a request whose client waits; its connection closes unless the body is read. */
  static void expect(Request request) {
    if (request.requiresAcknowledgement()) {
      request.setAttribute(REQUEST, request);
      request.getRequest().getProcessingState().setKeepAlive(false);
    }
  }

  @Override
  public void filter(ContainerRequestContext context) {
    if (context.getProperty(REQUEST) instanceof Request request) {
      context.setEntityStream(new Body(context.getEntityStream(), request));
    }
  }

  private static final class Body extends FilterInputStream {
    private @Nullable Request waiting;

    Body(InputStream body, Request request) {
      super(body);
      this.waiting = request;
    }

    private void goOn() throws IOException {
      Request request = waiting;
      waiting = null;
      if (request != null && request.requiresAcknowledgement()) {
        request.getRequest().getProcessingState().setKeepAlive(true);
        request.getResponse().setStatus(100);
        request.getResponse().sendAcknowledgement();
      }
    }

    @Override
    public int read() throws IOException {
      goOn();
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      goOn();
      return super.read(bytes, offset, length);
    }
  }
}
