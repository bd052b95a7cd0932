// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.http.hot.HotAnswers;
import dev.weir.http.hot.Repeats;
import dev.weir.http.http1.Http1Fence;
import dev.weir.http.limits.ClientLimits;
import dev.weir.http.limits.ConnectionLimits;
import dev.weir.http.limits.RequestLimits;
import dev.weir.http.limits.SelectorWatch;
import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.server.settings.HttpLimits;
import dev.weir.testing.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are answered without being parsed, and with what. */
class RepeatsTest {
  private static final String OVERVIEW = "GET /overview HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final int TIMES = 5;

  @RegisterExtension private final ApiOfOneCluster api = new ApiOfOneCluster();

  private final HttpServer http = new HttpServer();
  private final AtomicInteger parsed = new AtomicInteger();
  private final SelectorWatch watch = new SelectorWatch(Duration.ofMinutes(1));
  private ConnectionLimits connections;
  private GoneClients gone;
  private Repeats repeats;
  private URI address;

  @BeforeEach
  void listen() throws IOException {
    HotAnswers answers = new HotAnswers();
    HttpLimits limits = api.settings().server().limits();
    connections = new ConnectionLimits(limits, Duration.ofMinutes(1));
    ClientLimits clients = new ClientLimits(limits, connections);
    TrustedProxies proxies = new TrustedProxies(List.of());
    InstantSource clock = InstantSource.system();
    repeats = new Repeats(api.authentication(), clients, connections, clock);
    GrizzlyHttpContainer jersey =
        ContainerFactory.createContainer(GrizzlyHttpContainer.class, api.application(answers));
    gone = GoneClients.start();
    RequestHandler handler =
        new RequestHandler(
            jersey,
            new BodyReaders(Runnable::run, 8, proxies),
            api.authentication(),
            proxies,
            answers,
            repeats,
            gone,
            clock);
    NetworkListener listener = new NetworkListener("test", "127.0.0.1", 0);
    listener.registerAddOn(connections);
    listener.registerAddOn(repeats);
    listener.registerAddOn(new Http1Fence(8192, connections, watch));
    listener.getTransport().setIOStrategy(watch);
    http.addListener(listener);
    http.getServerConfiguration()
        .addHttpHandler(new RequestLimits(handler, limits, clients, proxies), "/");
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
    http.start();
    address = URI.create("http://127.0.0.1:" + listener.getPort());
  }

  @AfterEach
  void end() {
    http.shutdownNow();
    watch.close();
    connections.close();
    gone.close();
  }

  private static void poll(Wire wire) throws IOException {
    for (int i = 0; i < TIMES; i++) {
      wire.send(OVERVIEW);
      assertThat(wire.receive().status()).isEqualTo(200);
    }
  }

  /** The first is answered by Jersey, the second is a hot answer, the others are repeated. */
  @Test
  void aRequestThatComesAgainIsNotParsed() throws IOException {
    try (Wire wire = new Wire(address)) {
      poll(wire);
    }
    assertThat(parsed).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Accept-Encoding: gzip\r\n",
        "Content-Length: 0\r\n",
        "Connection: keep-alive\r\nCookie: a=b\r\n",
        "If-None-Match: TAG\r\n"
      })
  void itIsAnsweredAsItWasByJersey(String headers) throws IOException {
    String first;
    try (Wire wire = new Wire(address)) {
      wire.send("GET", "/overview", "");
      first = wire.receive().head();
      String tag = first.replaceFirst("(?s).*ETag: (\\S+).*", "$1");
      String asked = headers.replace("TAG", tag);
      wire.send("GET", "/overview", "X-By: Jersey\r\nRange: none=0\r\n" + asked);
      Wire.Received byJersey = wire.receive();
      int before = parsed.get();
      for (int i = 0; i < TIMES; i++) {
        wire.send("GET", "/overview", asked);
        Wire.Received received = wire.receive();
        assertThat(received.status()).isEqualTo(byJersey.status());
        assertThat(timeless(received.head())).isEqualTo(timeless(byJersey.head()));
        assertThat(received.body()).isEqualTo(byJersey.body());
      }
      assertThat(parsed).hasValueLessThanOrEqualTo(before + 1);
    }
  }

  /** In lines, without their order. */
  private static List<String> timeless(String head) {
    return head.lines()
        .filter(line -> !line.startsWith("Age: "))
        .map(line -> line.startsWith("Date: ") ? "Date" : line)
        .sorted()
        .toList();
  }

  @Test
  void soIsOneForTheHeadAlone() throws IOException {
    try (Wire wire = new Wire(address)) {
      wire.send(OVERVIEW);
      String get = wire.receive().head();
      for (int i = 0; i < TIMES; i++) {
        wire.send("HEAD", "/overview", "");
        assertThat(timeless(wire.head())).isEqualTo(timeless(get));
      }
    }
    assertThat(parsed).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Basic eDp5",
        "Range: bytes=0-1",
        "Origin: http://localhost",
        "X-Forwarded-For: 192.0.2.1"
      })
  void whatThereIsMoreToIsParsedEachTime(String header) throws IOException {
    try (Wire wire = new Wire(address)) {
      for (int i = 0; i < TIMES; i++) {
        wire.send("GET", "/overview", header + "\r\n");
        assertThat(wire.receive().status()).isLessThan(500);
      }
    }
    assertThat(parsed).hasValue(TIMES);
  }

  @Test
  void anAddressThatIsNotADocumentIsParsedEachTime() throws IOException {
    try (Wire wire = new Wire(address)) {
      for (int i = 0; i < TIMES; i++) {
        wire.send("GET", "/nothing/here", "");
        assertThat(wire.receive().status()).isEqualTo(404);
      }
    }
    assertThat(parsed).hasValue(TIMES);
  }

  /** Whose bytes come after the head has been answered, so that they are read by themselves. */
  @Test
  void theBodyOfARequestIsNoRequest() throws IOException {
    try (Wire wire = new Wire(address)) {
      poll(wire);
      wire.send("POST", "/overview", "Content-Length: " + OVERVIEW.length() + "\r\n");
      assertThat(wire.receive().status()).isEqualTo(405);
      wire.send(OVERVIEW);
      wire.send("GET", "/nothing/here", "");

      assertThat(wire.receive().status()).isEqualTo(404);
    }
  }

  /** A server passes over it, once it has come. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void soIsTheBodyOfARead(String method) throws IOException {
    try (Wire wire = new Wire(address)) {
      poll(wire);
      for (int i = 0; i < TIMES; i++) {
        wire.send(method, "/overview", "Content-Length: " + OVERVIEW.length() + "\r\n");
        String head = wire.head();
        if (method.equals("GET")) {
          wire.body(head);
        }
        wire.send(OVERVIEW);
      }
      wire.send("GET", "/nothing/here", "");

      assertThat(wire.receive().status()).isEqualTo(404);
    }
  }

  @Test
  void requestsThatArriveTogetherAreEachAnswered() throws IOException {
    try (Wire wire = new Wire(address)) {
      poll(wire);
      wire.send(OVERVIEW + "GET /nothing/here HTTP/1.1\r\nHost: localhost\r\n\r\n" + OVERVIEW);

      assertThat(wire.receive().status()).isEqualTo(200);
      assertThat(wire.receive().status()).isEqualTo(404);
      assertThat(wire.receive().status()).isEqualTo(200);
    }
  }

  @Test
  void onceItIsStoppedAllAreParsed() throws IOException {
    try (Wire wire = new Wire(address)) {
      wire.send(OVERVIEW);
      assertThat(wire.receive().status()).isEqualTo(200);
      repeats.stop();
      for (int i = 1; i < TIMES; i++) {
        wire.send(OVERVIEW);
        assertThat(wire.receive().status()).isEqualTo(200);
      }
    }
    assertThat(parsed).hasValue(TIMES);
  }
}
