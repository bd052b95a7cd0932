// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.http.hot.HotPath;
import dev.weir.http.limits.ClientLimits;
import dev.weir.http.limits.ConnectionLimits;
import dev.weir.http.limits.RequestLimits;
import dev.weir.http.limits.SelectorWatch;
import dev.weir.http.tls.TlsEngines;
import dev.weir.resources.access.OwnCallerResolver;
import dev.weir.resources.browser.BrowserPolicy;
import dev.weir.security.Authentication;
import dev.weir.server.ApiParts;
import dev.weir.server.CloseStack;
import dev.weir.server.RequestsUnderWay;
import dev.weir.server.StartFailure;
import dev.weir.server.WeirApplication;
import dev.weir.server.Workers;
import dev.weir.server.settings.ServerTls;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;

/** Serves the API of all clusters by Grizzly. */
public final class WeirServer {
  private static final Logger LOG = System.getLogger(WeirServer.class.getName());

  /** Never reached: {@link RequestHandler} authenticates before Jersey sees a request. */
  private static final Duration LONGEST_AUTHENTICATION = Duration.ofSeconds(1);

  private static final InstantSource CLOCK = InstantSource.system();

  /** For answers that are made but not completely sent. */
  private static final Duration LAST_BYTES = Duration.ofSeconds(1);

  private final HttpServer http;
  private final HotPath hot;
  private final RequestsUnderWay requests;
  private final CloseStack guards;
  private int redirectPort;

  private WeirServer(HttpServer http, HotPath hot, RequestsUnderWay requests, CloseStack guards) {
    this.http = http;
    this.hot = hot;
    this.requests = requests;
    this.guards = guards;
  }

  /**
   * Starts to listen.
   *
   * @throws IOException if the address or the port cannot be bound
   * @throws StartFailure if TLS cannot be set up
   */
  public static WeirServer start(ServerOptions options, ApiParts api, Authentication authentication)
      throws IOException, StartFailure {
    CloseStack guards = new CloseStack();
    try {
      return start(options, api, authentication, guards);
    } catch (IOException | StartFailure | RuntimeException | Error e) {
      guards.close();
      throw e;
    }
  }

  private static WeirServer start(
      ServerOptions options, ApiParts api, Authentication authentication, CloseStack guards)
      throws IOException, StartFailure {
    TlsEngines engines = options.tls().isPresent() ? engines(options.tls().get(), guards) : null;
    ConnectionLimits connections = connections(options, guards);
    SelectorWatch watch = new SelectorWatch(options.limits().watchdogTimeout());
    guards.add("The watch over selectors", watch::close);
    GoneClients gone = GoneClients.start();
    guards.add("The watch over clients of logs", gone::close);
    ThreadPoolExecutor workers = Workers.start(options.workers(), Thread::new);
    guards.add("The threads for bodies", workers::shutdownNow);
    ThreadPoolExecutor copying = Workers.copying(Thread::new);
    guards.add("The threads for logs", copying::shutdownNow);
    RequestsUnderWay requests = new RequestsUnderWay();
    WeirApplication application =
        new WeirApplication(
            api, new OwnCallerResolver(authentication, LONGEST_AUTHENTICATION), copying, CLOCK);
    application.register(requests);
    application.register(new ContinueFilter());
    ClientLimits clients = new ClientLimits(options.limits(), connections);
    HotPath hot =
        new HotPath(options.limits().hotAnswers(), authentication, clients, connections, CLOCK);
    hot.keepAnswersOf(application, api.clusters());
    GrizzlyHttpContainer jersey =
        ContainerFactory.createContainer(GrizzlyHttpContainer.class, application);
    HttpServer http = new HttpServer();
    http.addListener(Listeners.api(options, engines, connections, watch, hot));
    ServerConfiguration configuration = http.getServerConfiguration();
    configuration.addHttpHandler(
        new RequestLimits(
            new RequestHandler(
                jersey,
                new BodyReaders(
                    workers,
                    options.limits().maxTransfersPerClient(),
                    api.options().trustedProxies()),
                authentication,
                api.options().trustedProxies(),
                hot,
                gone),
            options.limits(),
            clients,
            api.options().trustedProxies()),
        "/");
    configuration.setPassTraceRequest(true);
    configuration.setDefaultErrorPageGenerator(new ErrorPage(api.options().trustedProxies()));
    WeirServer server = new WeirServer(http, hot, requests, guards);
    try {
      http.start();
      server.redirect(options, connections, watch, api.options().browsers());
      return server;
    } catch (IOException | StartFailure | RuntimeException | Error e) {
      http.shutdownNow();
      throw e;
    }
  }

  private static TlsEngines engines(ServerTls settings, CloseStack parts) throws StartFailure {
    TlsEngines engines = TlsEngines.start(settings);
    parts.add("The watch over the files of TLS", engines::close);
    return engines;
  }

  private static ConnectionLimits connections(ServerOptions options, CloseStack parts) {
    ConnectionLimits connections = new ConnectionLimits(options.limits(), options.idleTimeout());
    parts.add("The watch over connections", connections::close);
    return connections;
  }

  private void redirect(
      ServerOptions options,
      ConnectionLimits connections,
      SelectorWatch watch,
      BrowserPolicy policy)
      throws StartFailure {
    Optional<Integer> port = options.tls().flatMap(ServerTls::redirectPort);
    if (port.isPresent()) {
      RedirectServer redirect =
          RedirectServer.start(options, port.get(), connections, watch, this::port, policy);
      guards.add("The port of plain HTTP", redirect::stop);
      redirectPort = redirect.port();
      LOG.log(Level.INFO, "Plain HTTP on port " + redirectPort + " is sent on to https.");
    }
  }

  /** The port that the server listens on, also if any free one was asked for. */
  public int port() {
    return http.getListener(Listeners.NAME).getPort();
  }

  /** The port that redirects plain HTTP to TLS; 0 for none. */
  public int redirectPort() {
    return redirectPort;
  }

  /** Refuses new requests, waits for those in progress, and stops, within the timeout. */
  public void stop(Duration timeout) {
    hot.stop();
    try {
      Future<HttpServer> stopped = http.shutdown(timeout.toMillis(), TimeUnit.MILLISECONDS);
      requests.awaitNone(timeout);
      stopped.get(LAST_BYTES.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The requests still in progress are cut off.
    }
    http.shutdownNow();
    guards.close();
  }
}
