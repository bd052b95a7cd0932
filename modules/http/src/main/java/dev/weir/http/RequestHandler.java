// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.flink.ClusterException;
import dev.weir.http.hot.HotPath;
import dev.weir.http.http2.PacedSink;
import dev.weir.http.limits.ClientAddress;
import dev.weir.http.limits.Refusal;
import dev.weir.http.tls.ClientCertificates;
import dev.weir.model.ProblemKind;
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
 * Authenticates a request, chooses its thread, and answers it: hot, or through Jersey.
 *
 * <p>Authentication comes first and may take another thread; {@code AuthenticationFilter} reads its
 * outcome from the request. A request without a body stays on the selector's thread, since nothing
 * on its way waits. A request with a body goes to a worker, since reading the body waits.
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

  /** Whether the request waits for its body; a caller who may see nothing is refused unread. */
  private static boolean waits(Request request, Object outcome) {
    return hasBody(request.getRequest()) && isLetIn(outcome);
  }

  /**
   * By the head: also a small body that has arrived with it is handled by a worker, since what it
   * asks for takes time.
   */
  private static boolean hasBody(HttpRequestPacket request) {
    return request.isExpectContent() || request.isChunked() || request.getContentLength() > 0;
  }

  private static boolean isLetIn(Object outcome) {
    return outcome instanceof Caller caller && caller.grants().allowSomewhere(AccessLevel.VIEW);
  }

  /** The caller, or the exception of a failed authentication; also set in the request. */
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
    // Suspend before Jersey does: if another thread completes the answer before this one returns,
    // the connection would otherwise never be read again.
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
      // Jersey throws it for a request target that is no URI, before any filter.
      Refusal.of(ProblemKind.MALFORMED_REQUEST, "The address of the request is malformed.")
          .send(request, response);
    }
  }

  /**
   * Bounds the write queue while a file is sent. A file may be larger than memory; the worker that
   * writes it may wait for a slow client. Other answers are in memory, and their writer may be a
   * selector, which must never wait.
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

  /** The connection of a request, or its HTTP/2 stream. */
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
