// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.http.limits.ConnectionLimits;
import dev.weir.http.limits.SelectorWatch;
import dev.weir.http.tls.HttpsRedirect;
import dev.weir.resources.browser.BrowserPolicy;
import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.server.StartFailure;
import java.io.IOException;
import java.util.List;
import java.util.function.IntSupplier;
import org.glassfish.grizzly.http.server.HttpServer;

/** Listens for plain HTTP beside the TLS port, and redirects every request to that. */
final class RedirectServer {
  private final HttpServer http;

  private RedirectServer(HttpServer http) {
    this.http = http;
  }

  static RedirectServer start(
      ServerOptions options,
      int port,
      ConnectionLimits connections,
      SelectorWatch watch,
      IntSupplier https,
      BrowserPolicy policy)
      throws StartFailure {
    HttpServer http = new HttpServer();
    http.addListener(Listeners.redirect(options, port, connections, watch));
    http.getServerConfiguration().addHttpHandler(new HttpsRedirect(https, policy), "/");
    http.getServerConfiguration()
        .setDefaultErrorPageGenerator(new ErrorPage(new TrustedProxies(List.of())));
    try {
      http.start();
    } catch (IOException | RuntimeException e) {
      http.shutdownNow();
      throw StartFailure.listening(options.host(), port, e);
    }
    return new RedirectServer(http);
  }

  int port() {
    return http.getListener(Listeners.NAME).getPort();
  }

  void stop() {
    http.shutdownNow();
  }
}
