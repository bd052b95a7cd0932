// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.tls;

import dev.weir.http.limits.Refusal;
import dev.weir.model.ProblemKind;
import dev.weir.resources.browser.BrowserPolicy;
import java.io.IOException;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.Header;

/** Redirects every request to the same path by https, and serves nothing else. */
public final class HttpsRedirect extends HttpHandler {
  /** A host name or an address, optionally with a port. */
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d*)?");

  private static final int PERMANENT_REDIRECT = 308;
  private static final int DEFAULT_PORT = 443;

  private final IntSupplier port;
  private final BrowserPolicy policy;

  /**
   * Redirects to this port of the request's host.
   *
   * @param policy knows the server's host names; a request for another name is rejected
   */
  public HttpsRedirect(IntSupplier port, BrowserPolicy policy) {
    this.port = port;
    this.policy = policy;
  }

  @Override
  public void service(Request request, Response response) throws IOException {
    response.setHeader(Header.Date, FastHttpDateFormat.getCurrentDate());
    String given = request.getHeader(Header.Host);
    Matcher host = HOST.matcher(given == null ? "" : given);
    if (!host.matches()) {
      Refusal.of(ProblemKind.MALFORMED_REQUEST, "Nothing is served here but by https.")
          .send(request, response);
      return;
    }
    if (!policy.isOurs(given)) {
      Refusal.of(
              ProblemKind.UNKNOWN_HOST,
              "This server is not called so; weir.http.hosts lists its names.")
          .send(request, response);
      return;
    }
    int https = port.getAsInt();
    String query = request.getQueryString();
    response.setStatus(PERMANENT_REDIRECT);
    response.setHeader(
        Header.Location,
        "https://"
            + host.group(1)
            + (https == DEFAULT_PORT ? "" : ":" + https)
            + request.getRequestURI()
            + (query == null ? "" : "?" + query));
    response.setContentLength(0);
  }
}
