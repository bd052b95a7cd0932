// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http1;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.http.limits.ConnectionLimits;
import dev.weir.http.limits.SelectorWatch;
import dev.weir.server.settings.HttpLimits;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two connections of the only selector of a real server, one of which asks for a lot at once. */
@Timeout(30)
class PipeliningTest {
  private static final int PIPELINED = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final HttpLimits LIMITS = limits();

  private final List<String> served = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final SelectorWatch watch = new SelectorWatch(PATIENCE);
  private final ConnectionLimits connections = new ConnectionLimits(LIMITS, PATIENCE);
  private final HttpServer http = new HttpServer();
  private final NetworkListener listener = new NetworkListener("test", "127.0.0.1", 0);

  private static HttpLimits limits() {
    Map<String, String> given =
        Map.of(
            "weir.http.min-bytes-per-second", "0",
            "weir.http.watchdog-timeout", PATIENCE.toString(),
            "weir.http.max-unsent-bytes", "1 MiB");
    try {
      return SettingsResolver.resolve(SettingsSources.of(given)).server().limits();
    } catch (SettingsException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void start() throws IOException {
    listener.registerAddOn(new Http1Fence(8192, connections, watch));
    listener.registerAddOn(connections);
    listener.getKeepAlive().setMaxRequestsCount(-1);
    listener.getTransport().setIOStrategy(watch);
    listener.getTransport().setSelectorRunnersCount(1);
    http.addListener(listener);
    http.getServerConfiguration().addHttpHandler(new Noting(), "/");
    http.start();
  }

  @AfterEach
  void stop() {
    go.countDown();
    http.shutdownNow();
    watch.close();
    connections.close();
  }

  /** Answers on the selector's thread; that of the first of many waits. */
  private final class Noting extends HttpHandler {
    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
      return request -> null;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
      String path = request.getRequestURI();
      served.add(path);
      if (path.equals("/many/0")) {
        begun.countDown();
        go.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      response.setContentLength(1);
      response.getWriter().write("x");
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.getPort());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    send(socket, get("/first"));
    awaitAnswers(socket, 1);
    return socket;
  }

  private static void send(Socket socket, String requests) throws IOException {
    socket.getOutputStream().write(requests.getBytes(US_ASCII));
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
  }

  private static String many() {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < PIPELINED; i++) {
      requests.append(get("/many/" + i));
    }
    return requests.toString();
  }

  /** Each answer ends with its only x. */
  private static void awaitAnswers(Socket socket, int count) throws IOException {
    for (int left = count; left > 0; ) {
      int next = socket.getInputStream().read();
      assertThat(next).isNotEqualTo(-1);
      left -= next == 'x' ? 1 : 0;
    }
  }

  @Test
  void aConnectionThatPipelinesDoesNotKeepTheOthersOfItsSelectorWaiting() throws Exception {
    try (Socket greedy = connect();
        Socket other = connect()) {
      send(greedy, many());
      begun.await();
      send(other, get("/other"));
      go.countDown();

      awaitAnswers(other, 1);
      awaitAnswers(greedy, PIPELINED);
    }
    assertThat(served).hasSize(2 + PIPELINED + 1);
    assertThat(served.indexOf("/other")).isLessThan(2 + 50);
    assertThat(served.stream().filter(path -> path.startsWith("/many/")))
        .startsWith("/many/0", "/many/1")
        .endsWith("/many/" + (PIPELINED - 1));
  }
}
