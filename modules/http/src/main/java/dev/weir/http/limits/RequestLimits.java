// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.server.settings.HttpLimits;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.AfterServiceListener;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/**
 * Hands requests on, but for those whose address is too long or whose client asks for too much, and
 * those of a client that does not take the answers to what it has asked before.
 */
public final class RequestLimits extends HttpHandler {
  private static final int BAD_REQUEST = 400;
  private static final int URI_TOO_LONG = 414;
  private static final int TOO_MANY_REQUESTS = 429;

  private static final String REFUSAL = RequestLimits.class.getName() + ".refusal";
  private static final Refusal UNREAD = new Refusal(0, "", 0);

  private final HttpHandler next;
  private final HttpLimits limits;
  private final ClientLimits clients;
  private final TrustedProxies proxies;

  /**
   * Before that handler.
   *
   * @param proxies whose word on the client counts
   */
  public RequestLimits(
      HttpHandler next, HttpLimits limits, ClientLimits clients, TrustedProxies proxies) {
    this.next = next;
    this.limits = limits;
    this.clients = clients;
    this.proxies = proxies;
  }

  /** Why a request is not handed on. */
  private record Refusal(int status, String sentence, long retryAfterSeconds) {
    static Refusal tooMany(String sentence, long retryAfterSeconds) {
      return new Refusal(TOO_MANY_REQUESTS, sentence, retryAfterSeconds);
    }
  }

  /** The first that is asked: what is refused costs no more, and no thread but this. */
  @Override
  public RequestExecutorProvider getRequestExecutorProvider() {
    return request -> {
      Refusal refusal = refusal(request);
      if (refusal != null) {
        request.setAttribute(REFUSAL, refusal);
        return null;
      }
      return next.getRequestExecutorProvider().getExecutor(request);
    };
  }

  /** Not yet: whether the body is wanted is not known. */
  @Override
  protected boolean sendAcknowledgment(Request request, Response response) {
    return true;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    // Grizzly means to add it, and does not.
    response.setHeader(Header.Date, FastHttpDateFormat.getCurrentDate());
    if (!(request.getAttribute(REFUSAL) instanceof Refusal refusal)) {
      next.service(request, response);
    } else if (refusal.equals(UNREAD)) {
      // Not in order, which would wait for the client to take what it does not take.
      request.getContext().getConnection().terminateSilently();
    } else {
      if (refusal.retryAfterSeconds > 0) {
        response.setHeader(Header.RetryAfter, Long.toString(refusal.retryAfterSeconds));
      }
      response.sendError(refusal.status, refusal.sentence);
    }
  }

  private @Nullable Refusal refusal(Request request) {
    if (clients.hasUnsent(request.getContext().getConnection())) {
      return UNREAD;
    }
    if (!HostName.isWellFormed(request.getHeader(Header.Host))) {
      return new Refusal(
          BAD_REQUEST,
          "The request has no Host that is a name or an address, with or without port.",
          0);
    }
    if (length(request) > limits.maxUrlBytes()) {
      return new Refusal(
          URI_TOO_LONG,
          "The path and the query are longer than the " + limits.maxUrlBytes() + " bytes allowed.",
          0);
    }
    String client = ClientAddress.of(request, proxies);
    Refusal tooFast = tooFast(client);
    return tooFast == null ? entered(client, request) : tooFast;
  }

  private static int length(Request request) {
    String query = request.getQueryString();
    return request.getRequestURI().length() + (query == null ? 0 : query.length() + 1);
  }

  private @Nullable Refusal tooFast(String client) {
    long seconds = clients.secondsToWait(client);
    return seconds == 0
        ? null
        : Refusal.tooMany(
            "More than the "
                + limits.requestsPerSecond()
                + " requests a second that one client may make.",
            seconds);
  }

  /** Null once it counts as under way. */
  private @Nullable Refusal entered(String client, Request request) {
    if (!clients.enter(client)) {
      return Refusal.tooMany(
          "More than the "
              + limits.maxRequestsPerClient()
              + " requests that one client may have under way.",
          1);
    }
    new UnderWay(client, request).watch(request);
    return null;
  }

  /** Ends with its answer, or with its connection: Grizzly does not notice each end by itself. */
  private final class UnderWay implements AfterServiceListener {
    private final String client;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Connection<?> connection;
    private final CloseListener<Closeable, CloseType> whenClosed = (closed, type) -> end();

    UnderWay(String client, Request request) {
      this.client = client;
      this.connection = request.getContext().getConnection();
    }

    void watch(Request request) {
      request.addAfterServiceListener(this);
      connection.addCloseListener(whenClosed);
    }

    @Override
    public void onAfterService(Request request) {
      connection.removeCloseListener(whenClosed);
      clients.answered(connection);
      end();
    }

    private void end() {
      if (ended.compareAndSet(false, true)) {
        clients.leave(client);
      }
    }
  }

  @Override
  public void start() {
    next.start();
  }

  @Override
  public void destroy() {
    next.destroy();
  }
}
