// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.http.hot.HotPath;
import dev.weir.http.limits.ClientLimits;
import dev.weir.http.limits.ConnectionLimits;
import dev.weir.http.limits.RequestLimits;
import dev.weir.http.limits.SelectorWatch;
import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.server.CloseStack;
import dev.weir.server.WeirApplication;
import dev.weir.server.Workers;
import dev.weir.server.settings.HttpLimits;
import dev.weir.server.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;

/** Grizzly and Jersey in the JVM of the test, as the server puts them together. */
final class InProcessServer implements AutoCloseable {
  private final CloseStack parts = new CloseStack();
  private final AtomicInteger parsed = new AtomicInteger();
  private final HotPath hot;
  private final URI address;

  /**
   * Listens on loopback, with hot answers if the settings of the API say so.
   *
   * @param components more for Jersey, as an extension would bring them
   */
  InProcessServer(ApiOfOneCluster api, Object... components) throws Exception {
    Settings.Server settings = api.settings().server();
    HttpLimits limits = settings.limits();
    InstantSource clock = InstantSource.system();
    TrustedProxies proxies = new TrustedProxies(List.of());
    SelectorWatch watch = new SelectorWatch(Duration.ofMinutes(1));
    parts.add("The watch over selectors", watch::close);
    ConnectionLimits connections = new ConnectionLimits(limits, Duration.ofMinutes(1));
    parts.add("The watch over connections", connections::close);
    GoneClients gone = GoneClients.start();
    parts.add("The watch over clients of logs", gone::close);
    ExecutorService workers = Workers.start(2, Thread::new);
    parts.add("The threads for bodies", workers::shutdownNow);
    ClientLimits clients = new ClientLimits(limits, connections);
    hot = new HotPath(limits.hotAnswers(), api.authentication(), clients, connections, clock);
    WeirApplication application = api.application();
    application.register(new ContinueFilter());
    hot.keepAnswersOf(application, api.clusters());
    for (Object component : components) {
      application.register(component);
    }
    RequestHandler handler =
        new RequestHandler(
            ContainerFactory.createContainer(GrizzlyHttpContainer.class, application),
            new BodyReaders(workers, 8, proxies),
            api.authentication(),
            proxies,
            hot,
            gone);
    ServerOptions options =
        new ServerOptions(
            "127.0.0.1",
            0,
            settings.maxHeaderBytes(),
            settings.workers(),
            settings.idleTimeout(),
            settings.tls(),
            limits);
    NetworkListener listener = Listeners.api(options, null, connections, watch, hot);
    HttpServer http = new HttpServer();
    http.addListener(listener);
    http.getServerConfiguration()
        .addHttpHandler(new RequestLimits(handler, limits, clients, proxies), "/");
    http.getServerConfiguration().setPassTraceRequest(true);
    http.getServerConfiguration().setDefaultErrorPageGenerator(new ErrorPage(proxies));
    http.getServerConfiguration()
        .getMonitoringConfig()
        .getWebServerConfig()
        .addProbes(
            new HttpServerProbe.Adapter() {
              @Override
              @SuppressWarnings("rawtypes") // As it is declared.
              public void onRequestReceiveEvent(
                  HttpServerFilter filter, Connection connection, Request request) {
                parsed.incrementAndGet();
              }
            });
    parts.add("The HTTP server", http::shutdownNow);
    http.start();
    address = URI.create("http://127.0.0.1:" + listener.getPort());
  }

  URI address() {
    return address;
  }

  /** How many requests Grizzly has parsed. */
  int parsed() {
    return parsed.get();
  }

  HotPath hot() {
    return hot;
  }

  @Override
  public void close() {
    parts.close();
  }
}
