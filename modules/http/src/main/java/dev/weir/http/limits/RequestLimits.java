// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import dev.weir.model.ProblemKind;
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
 * Refuses requests with a malformed host or a URL that is too long, and clients with too many
 * requests. Closes the connection of a client that leaves too much unread.
 */
public final class RequestLimits extends HttpHandler {
  private static final String REFUSAL = RequestLimits.class.getName() + ".refusal";

  /** In place of a refusal: what the client has asked for before is unread. */
  private static final Object UNREAD = new Object();

  private final HttpHandler next;
  private final HttpLimits limits;
  private final ClientLimits clients;
  private final TrustedProxies proxies;

  /**
   * Limits of a handler.
   *
   * @param next handles the requests that are not refused
   * @param proxies name the client of a request
   */
  public RequestLimits(
      HttpHandler next, HttpLimits limits, ClientLimits clients, TrustedProxies proxies) {
    this.next = next;
    this.limits = limits;
    this.clients = clients;
    this.proxies = proxies;
  }

  /** Checked here, since Grizzly asks this first: a refusal takes no thread and no login. */
  @Override
  public RequestExecutorProvider getRequestExecutorProvider() {
    return request -> {
      Object refusal =
          clients.hasUnsent(request.getContext().getConnection()) ? UNREAD : refusal(request);
      if (refusal != null) {
        request.setAttribute(REFUSAL, refusal);
        return null;
      }
      return next.getRequestExecutorProvider().getExecutor(request);
    };
  }

  /** Sends no 100 yet; {@code ContinueFilter} does, when the body is wanted. */
  @Override
  protected boolean sendAcknowledgment(Request request, Response response) {
    return true;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    // Grizzly intends to add Date, and does not.
    response.setHeader(Header.Date, FastHttpDateFormat.getCurrentDate());
    Object refused = request.getAttribute(REFUSAL);
    if (refused instanceof Refusal refusal) {
      refusal.send(request, response);
    } else if (UNREAD.equals(refused)) {
      // An orderly end would wait for the client to read.
      request.getContext().getConnection().terminateSilently();
    } else {
      next.service(request, response);
    }
  }

  private @Nullable Refusal refusal(Request request) {
    if (!HostName.isWellFormed(request.getHeader(Header.Host))) {
      return Refusal.of(
          ProblemKind.MALFORMED_REQUEST,
          "The request has no Host that is a name or an address, with or without port.");
    }
    if (length(request) > limits.maxUrlBytes()) {
      return Refusal.of(
          ProblemKind.ADDRESS_TOO_LONG,
          "The path and the query are longer than the " + limits.maxUrlBytes() + " bytes allowed.");
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
        : Refusal.forNow(
            ProblemKind.TOO_MANY_REQUESTS,
            "More than the "
                + limits.requestsPerSecond()
                + " requests a second that one client may make.",
            seconds);
  }

  /** Counts a request as in progress; returns why not, or null. */
  private @Nullable Refusal entered(String client, Request request) {
    if (!clients.enter(client)) {
      return Refusal.forNow(
          ProblemKind.TOO_MANY_REQUESTS,
          "More than the "
              + limits.maxRequestsPerClient()
              + " requests that one client may have under way.",
          1);
    }
    new UnderWay(client, request).watch(request);
    return null;
  }

  /** A request in progress, until its answer or the end of its connection. */
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
