package dev.weir.launcher.server;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.ProgramUploads;
import dev.weir.resources.AuditLog;
import dev.weir.server.ApiOptions;
import dev.weir.server.RequestsUnderWay;
import dev.weir.server.WeirApplication;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.http2.Http2AddOn;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;

/** The API over all clusters, on Grizzly. */
public final class WeirServer {
  private static final int WAITING_FOR_A_WORKER = 256;

  /** For answers that are made but not yet sent to the end. */
  private static final Duration LAST_BYTES = Duration.ofSeconds(1);

  private final HttpServer http;
  private final ThreadPoolExecutor workers;
  private final RequestsUnderWay requests;

  private WeirServer(HttpServer http, ThreadPoolExecutor workers, RequestsUnderWay requests) {
    this.http = http;
    this.workers = workers;
    this.requests = requests;
  }

  /**
   * Starts to listen.
   *
   * @throws IOException if the address or the port is not to be had
   */
  public static WeirServer start(
      ServerOptions options,
      ApiOptions api,
      Clusters clusters,
      ProgramUploads uploads,
      AuditLog audit)
      throws IOException {
    ThreadPoolExecutor workers = workers(options.workers());
    RequestsUnderWay requests = new RequestsUnderWay();
    WeirApplication application =
        new WeirApplication(api, clusters, uploads, audit, workers, InstantSource.system());
    application.register(requests);
    GrizzlyHttpContainer jersey =
        ContainerFactory.createContainer(GrizzlyHttpContainer.class, application);
    HttpServer http = new HttpServer();
    http.addListener(listener(options));
    ServerConfiguration configuration = http.getServerConfiguration();
    configuration.addHttpHandler(new RequestHandler(jersey, workers), "/");
    configuration.setPassTraceRequest(true);
    configuration.setDefaultErrorPageGenerator(new ErrorPage());
    try {
      http.start();
    } catch (IOException | RuntimeException e) {
      http.shutdownNow();
      workers.shutdownNow();
      throw e;
    }
    return new WeirServer(http, workers, requests);
  }

  private static NetworkListener listener(ServerOptions options) {
    NetworkListener listener = new NetworkListener("weir", options.host(), options.port());
    listener.setMaxHttpHeaderSize(options.maxHeaderBytes());
    listener.getKeepAlive().setIdleTimeoutInSeconds((int) options.idleTimeout().toSeconds());
    listener.getKeepAlive().setMaxRequestsCount(-1);
    listener.getTransport().setIOStrategy(SameThreadIOStrategy.getInstance());
    listener
        .getTransport()
        .setKernelThreadPoolConfig(ThreadPoolConfig.defaultConfig().setPoolName("weir-http"));
    // Without it, a client that offers to go on in HTTP/2, as Java's does, gets no answer.
    listener.registerAddOn(new Http2AddOn());
    return listener;
  }

  private static ThreadPoolExecutor workers(int threads) {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            60,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_FOR_A_WORKER),
            task -> new Thread(task, "weir-worker"));
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  /** The port that it really listens on. */
  public int port() {
    return http.getListener("weir").getPort();
  }

  /** Takes no more requests, waits for those under way, and stops, all within the time given. */
  public void stop(Duration timeout) {
    try {
      Future<HttpServer> stopped = http.shutdown(timeout.toMillis(), TimeUnit.MILLISECONDS);
      requests.awaitNone(timeout);
      stopped.get(LAST_BYTES.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Whatever is still under way has had its time.
    }
    http.shutdownNow();
    workers.shutdownNow();
  }
}
