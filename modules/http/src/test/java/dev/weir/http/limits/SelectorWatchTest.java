// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over a real server whose only handler blocks where it should not. */
@Timeout(30)
class SelectorWatchTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final CountDownLatch go = new CountDownLatch(1);
  private final Queue<LogRecord> logged = new ConcurrentLinkedQueue<>();
  private final Logger log = Logger.getLogger(SelectorWatch.class.getName());
  private final SelectorWatch watch = new SelectorWatch(TIMEOUT);
  private final HttpServer http = new HttpServer();
  private final NetworkListener listener = new NetworkListener("test", "127.0.0.1", 0);
  private final Handler records =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void start() throws Exception {
    log.addHandler(records);
    listener.getTransport().setIOStrategy(watch);
    http.addListener(listener);
    http.getServerConfiguration().addHttpHandler(new Blocking(), "/");
    http.start();
  }

  @AfterEach
  void stop() {
    go.countDown();
    http.shutdownNow();
    watch.close();
    log.removeHandler(records);
  }

  /** On the selector's thread, which its executor, none, makes it. */
  private final class Blocking extends HttpHandler {
    @Override
    public org.glassfish.grizzly.http.server.RequestExecutorProvider getRequestExecutorProvider() {
      return request -> null;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
      if (request.getRequestURI().equals("/blocks")) {
        go.await(20, TimeUnit.SECONDS);
      }
      response.getWriter().write("done");
    }
  }

  private Socket ask(String path) throws Exception {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.getPort());
    socket.setSoTimeout(20_000);
    socket
        .getOutputStream()
        .write(("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(US_ASCII));
    return socket;
  }

  @Test
  void aConnectionThatKeepsASelectorIsLoggedOnceCountedAndClosed() throws Exception {
    try (Socket first = ask("/")) {
      // With whatever is slow the first time.
      assertThat(first.getInputStream().read()).isEqualTo('H');
    }
    try (Socket socket = ask("/blocks")) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(watch.late()).isEqualTo(1);
    assertThat(logged).hasSize(1);
    LogRecord entry = logged.element();
    assertThat(entry.getMessage())
        .contains("SelectorRunner", "one connection of 127.0.0.1", "since the start: 1.");
    assertThat(entry.getThrown().getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(Blocking.class.getName()));
  }

  @Test
  void aConnectionThatIsAnsweredAgainAndAgainIsNot() throws Exception {
    long end = System.nanoTime() + TIMEOUT.multipliedBy(2).toNanos();
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              try (Socket socket = ask("/")) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
              }
              return System.nanoTime() > end;
            });
    assertThat(watch.late()).isZero();
  }
}
