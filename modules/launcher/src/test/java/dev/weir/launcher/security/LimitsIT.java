// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Multipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one client may take of the server, over plain sockets. */
@Timeout(60)
class LimitsIT {
  private static final String GET = "GET /clusters HTTP/1.1\r\nHost: localhost\r\n";
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private Socket connect(InProcess weir) throws IOException {
    return connect(weir, "127.0.0.1");
  }

  /** As the client that has that address. */
  private Socket connect(InProcess weir, String from) throws IOException {
    URI address = weir.address();
    Socket socket =
        new Socket(
            InetAddress.getByName(address.getHost()),
            address.getPort(),
            InetAddress.getByName(from),
            0);
    socket.setSoTimeout(20_000);
    sockets.add(socket);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private static boolean isClosed(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The status of the next answer; 0 for none. */
  private static int status(Socket socket) throws IOException {
    String line = new String(socket.getInputStream().readNBytes(12), US_ASCII);
    return line.isEmpty() ? 0 : Integer.parseInt(line.substring(9));
  }

  private static int answer(Socket socket) {
    try {
      send(socket, GET + "\r\n");
      return status(socket);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Sends a byte now and then until the server has had enough. */
  private static void drip(Socket socket, String text) throws InterruptedException {
    try {
      for (int i = 0; socket.getInputStream().available() == 0; i++) {
        send(socket, text.substring(i % text.length(), i % text.length() + 1));
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (IOException e) {
      // It has.
      return;
    }
  }

  @Test
  void headersThatArriveTooSlowlyEndTheConnectionAndKeepNobodyWaiting() throws Exception {
    try (InProcess weir = InProcess.start(Map.of("weir.http.request-timeout", "400 ms"))) {
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        Socket socket = connect(weir);
        send(socket, GET + "X-Slow: ");
        slow.add(socket);
      }
      Socket dripping = connect(weir);
      drip(dripping, GET + "X-Slow: " + "a".repeat(1000));

      assertThat(answer(connect(weir))).isEqualTo(200);
      assertThat(slow).allMatch(LimitsIT::isClosed);
      assertThat(isClosed(dripping)).isTrue();
    }
  }

  @Test
  void aConnectionThatIsIdleBetweenRequestsIsNotLate() throws Exception {
    try (InProcess weir = InProcess.start(Map.of("weir.http.request-timeout", "100 ms"))) {
      Socket patient = connect(weir);
      Socket late = connect(weir);
      send(late, "GET");

      assertThat(isClosed(late)).isTrue();
      assertThat(answer(patient)).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aBodyThatArrivesTooSlowlyIsRefused(boolean dripping) throws Exception {
    Map<String, String> settings =
        Map.of("weir.http.request-timeout", "300 ms", "weir.http.min-bytes-per-second", "1000");
    try (InProcess weir = InProcess.start(settings)) {
      Socket slow = connect(weir);
      String start = new String(form(), US_ASCII).substring(0, 150);
      send(
          slow,
          "POST /jars/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\nContent-Type: "
              + Multipart.contentType()
              + "\r\n\r\n"
              + start);
      if (dripping) {
        drip(slow, "a");
      }
      assertThat(status(slow)).isEqualTo(408);
    }
  }

  private static byte[] form() throws IOException {
    return new Multipart()
        .file("jarfile", "a.jar", "application/x-java-archive", Jars.small())
        .body();
  }

  @Test
  void connectionsOfOneClientAreCounted() throws Exception {
    try (InProcess weir = InProcess.start(Map.of("weir.http.max-connections-per-client", "5"))) {
      List<Socket> idle = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        idle.add(connect(weir));
        assertThat(answer(idle.get(i))).isEqualTo(200);
      }
      assertThat(isClosed(connect(weir))).isTrue();
      assertThat(answer(connect(weir, "127.0.0.2"))).isEqualTo(200);

      idle.get(0).close();
      await().until(() -> answer(connect(weir)) == 200);
    }
  }

  @Test
  void connectionsOfAllClientsAreCounted() throws Exception {
    try (InProcess weir = InProcess.start(Map.of("weir.http.max-connections", "4"))) {
      for (int i = 0; i < 4; i++) {
        assertThat(answer(connect(weir, "127.0.0." + (i + 2)))).isEqualTo(200);
      }
      assertThat(isClosed(connect(weir, "127.0.0.9"))).isTrue();
    }
  }

  @Test
  void requestsOfOneClientThatAreUnderWayAreCountedUntilTheyEndOrTheClientHangsUp()
      throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        InProcess weir =
            InProcess.start(
                Map.of(
                    "weir.cluster",
                    "http://127.0.0.1:" + silent.getLocalPort(),
                    "weir.http.max-requests-per-client",
                    "3"))) {
      List<Socket> waiting = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Socket socket = connect(weir, "127.0.0.2");
        send(socket, "GET /jobs/%032x HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(i));
        waiting.add(socket);
      }
      await().until(() -> answer(connect(weir, "127.0.0.2")) == 429);
      assertThat(answer(connect(weir))).isEqualTo(200);

      waiting.get(0).close();
      await().until(() -> answer(connect(weir, "127.0.0.2")) == 200);
    }
  }

  @Test
  void theRateOfOneClientIsBoundedAndSaysWhenToComeAgain() throws Exception {
    try (InProcess weir = InProcess.start(Map.of("weir.http.requests-per-second", "1"))) {
      ClassicClient client = new ClassicClient(weir.address());
      Answer refused = client.get("/clusters");
      for (int i = 0; i < 30 && refused.status() == 200; i++) {
        refused = client.get("/clusters");
      }
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After"))
          .hasValueSatisfying(seconds -> assertThat(seconds).matches("[12]"));
      assertThat(refused.json().path("detail").asText())
          .isEqualTo("More than the 1 requests a second that one client may make.");
      assertThat(answer(connect(weir, "127.0.0.2"))).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"9000, 10, 414", "20000, 10, 414", "10, 20000, 431", "8000, 10, 404"})
  void addressesAndHeadersAreBounded(int path, int header, int status) throws Exception {
    try (InProcess weir = InProcess.start(Map.of())) {
      Answer answer =
          new ClassicClient(weir.address())
              .raw(
                  "GET", "/" + "a".repeat(path), Map.of("X-Long", "a".repeat(header)), new byte[0]);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.headers().get("date")).hasSize(1);
      assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }
  }
}
