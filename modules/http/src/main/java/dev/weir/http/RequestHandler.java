// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.flink.ClusterException;
import dev.weir.http.hot.HotPath;
import dev.weir.http.http2.PacedSink;
import dev.weir.http.limits.ClientAddress;
import dev.weir.http.tls.ClientCertificates;
import dev.weir.resources.access.OwnCallerResolver;
import dev.weir.resources.file.TextFiles;
import dev.weir.resources.proxy.ForwardedFilter;
import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.security.AccessLevel;
import dev.weir.security.Authentication;
import dev.weir.security.Caller;
import dev.weir.security.Credentials;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.OutputSink;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.http.HttpContext;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.jspecify.annotations.Nullable;

/**
 * Decides which thread a request is handled on.
 *
 * <p>Who sends a request is found out before, by whatever thread that takes; {@code
 * AuthenticationFilter} finds the outcome. Reads are answered on the selector's own thread, since
 * nothing on their way waits, unless that took another one. A request with a body is read as it
 * arrives, which does wait, and goes to a worker.
 */
final class RequestHandler extends HttpHandler {
  private static final int FILE_WINDOW_BYTES = 1 << 20;

  private final GrizzlyHttpContainer jersey;
  private final BodyReaders bodies;
  private final Authentication authentication;
  private final TrustedProxies proxies;
  private final HotPath hot;
  private final GoneClients gone;

  RequestHandler(
      GrizzlyHttpContainer jersey,
      BodyReaders bodies,
      Authentication authentication,
      TrustedProxies proxies,
      HotPath hot,
      GoneClients gone) {
    this.jersey = jersey;
    this.bodies = bodies;
    this.authentication = authentication;
    this.proxies = proxies;
    this.hot = hot;
    this.gone = gone;
  }

  @Override
  public RequestExecutorProvider getRequestExecutorProvider() {
    return this::executorFor;
  }

  private @Nullable Executor executorFor(Request request) {
    CompletableFuture<Object> outcome = outcome(request);
    if (!outcome.isDone()) {
      return task -> {
        var unused =
            outcome.thenAccept(
                found -> {
                  if (waits(request, found)) {
                    bodies.run(request, task);
                  } else {
                    task.run();
                  }
                });
      };
    }
    return waits(request, outcome.join()) ? task -> bodies.run(request, task) : null;
  }

  /** Whether a body is read; what is refused is refused without. */
  private static boolean waits(Request request, Object outcome) {
    return hasBody(request.getRequest()) && isLetIn(outcome);
  }

  /**
   * By its head: a small body may be there as a whole, and what is in it takes time all the same.
   */
  private static boolean hasBody(HttpRequestPacket request) {
    return request.isExpectContent() || request.isChunked() || request.getContentLength() > 0;
  }

  private static boolean isLetIn(Object outcome) {
    return outcome instanceof Caller caller && caller.grants().allowSomewhere(AccessLevel.VIEW);
  }

  /** Who sends a request, or why that is not known; either is noted in the request. */
  private CompletableFuture<Object> outcome(Request request) {
    return authentication
        .authenticate(credentials(request))
        .handle((caller, thrown) -> caller == null ? ClusterException.unwrap(thrown) : caller)
        .thenApply(
            found -> {
              request.setAttribute(OwnCallerResolver.OUTCOME, found);
              return found;
            });
  }

  private Credentials credentials(Request request) {
    X509Certificate[] certificates = ClientCertificates.of(request);
    return new Credentials(
        Optional.ofNullable(request.getHeader(Header.Authorization)),
        certificates.length == 0 ? Optional.empty() : Optional.of(certificates[0]),
        ClientAddress.of(request, proxies));
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    if (BodyReaders.isRefused(request, response)) {
      return;
    }
    ContinueFilter.expect(request);
    if (hot.answer(request, response)) {
      return;
    }
    // Before Jersey may let go of the request: an answer that another thread has completed by the
    // time this one returns would otherwise leave the connection unread for ever.
    request.getContext().suspend();
    request.setAttribute(ForwardedFilter.PEER, request.getRemoteAddr());
    request.setAttribute(TextFiles.BEGINS, (Runnable) () -> pace(request));
    Closeable line = context(request).getCloseable();
    request.setAttribute(
        TextFiles.GONE, (Supplier<CompletionStage<?>>) () -> gone.of(request, line));
    request.setAttribute(TextFiles.BREAK, (Runnable) line::closeSilently);
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
  private static void pace(Request request) {
    OutputSink sink = sink(request);
    if (sink instanceof PacedSink paced) {
      paced.pace(FILE_WINDOW_BYTES);
    } else if (sink instanceof NIOConnection connection) {
      connection.setMaxAsyncWriteQueueSize(FILE_WINDOW_BYTES);
      request.addAfterServiceListener(
          sent -> connection.setMaxAsyncWriteQueueSize(AsyncQueueWriter.UNLIMITED_SIZE));
    }
  }

  private static OutputSink sink(Request request) {
    return context(request).getOutputSink();
  }

  /** The connection of a request, or its stream. */
  private static HttpContext context(Request request) {
    return request.getRequest().getProcessingState().getHttpContext();
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
