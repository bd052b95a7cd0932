package dev.weir.launcher.server;

import dev.weir.resources.ForwardedFilter;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;

/**
 * Decides which thread a request is handled on.
 *
 * <p>Reads are answered on the selector's own thread, since nothing on their way waits. A request
 * with a body is read as it arrives, which does wait, and goes to a worker.
 */
final class RequestHandler extends HttpHandler {
  private static final String OVERLOADED = RequestHandler.class.getName() + ".overloaded";
  private static final int UNLIMITED = -1;
  private static final int FILE_WINDOW_BYTES = 1 << 20;

  private final GrizzlyHttpContainer jersey;
  private final Executor workers;

  RequestHandler(GrizzlyHttpContainer jersey, Executor workers) {
    this.jersey = jersey;
    this.workers = workers;
  }

  @Override
  public RequestExecutorProvider getRequestExecutorProvider() {
    return this::executorFor;
  }

  private Executor executorFor(Request request) {
    return request.getMethod() == Method.POST || request.getMethod() == Method.PUT
        ? task -> onWorker(request, task)
        : null;
  }

  private void onWorker(Request request, Runnable task) {
    try {
      workers.execute(task);
    } catch (RejectedExecutionException e) {
      request.setAttribute(OVERLOADED, true);
      task.run();
    }
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    if (request.getAttribute(OVERLOADED) != null) {
      response.sendError(503, "Too many requests of this kind are under way.");
      return;
    }
    // Before Jersey may let go of the request: an answer that another thread has completed by the
    // time this one returns would otherwise leave the connection unread for ever.
    request.getContext().suspend();
    if (request.getContext().getConnection() instanceof NIOConnection connection) {
      connection.setMaxAsyncWriteQueueSize(sendsFile(request) ? FILE_WINDOW_BYTES : UNLIMITED);
    }
    request.setAttribute(ForwardedFilter.PEER, request.getRemoteAddr());
    try {
      jersey.service(request, response);
    } catch (IllegalArgumentException e) {
      // Jersey's word for a request target that is no URI, said before it does anything.
      response.sendError(400, "The address of the request is malformed.");
    }
  }

  /**
   * A file may be larger than memory, and is written by a worker, which may wait for a slow client.
   * All else is in memory as it is; its writer, a selector perhaps, must never wait.
   */
  private static boolean sendsFile(Request request) {
    String path = request.getRequestURI();
    return path.endsWith("/log") || path.endsWith("/stdout");
  }

  @Override
  public void start() {
    jersey.start();
  }

  @Override
  public void destroy() {
    jersey.destroy();
  }
}
