// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.CountingFlink;
import dev.weir.testing.RecordingFlink;
import dev.weir.testing.Wire;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are answered without being parsed, and with what. */
class HotPathTest {
  private static final String OVERVIEW = "GET /overview HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String OTHER_VERSION = "1.15.4";
  private static final String OTHER_OVERVIEW =
      "{\"taskmanagers\":7,\"slots-total\":7,\"slots-available\":7,\"flink-version\":\"1.15.4\"}";
  private static final int TIMES = 5;

  @RegisterExtension private static final CountingFlink OTHER = new CountingFlink();

  private RecordingFlink flink;
  private ApiOfOneCluster api;
  private InProcessServer server;

  @BeforeEach
  void listen() throws Exception {
    flink = new RecordingFlink();
    api = new ApiOfOneCluster(flink.address(), Map.of());
    server = new InProcessServer(api);
  }

  @AfterEach
  void end() {
    server.close();
    api.close();
    flink.close();
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
    try (Wire wire = new Wire(server.address())) {
      poll(wire);
    }
    assertThat(server.parsed()).isEqualTo(2);
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
    try (Wire wire = new Wire(server.address())) {
      wire.send("GET", "/overview", "");
      first = wire.receive().head();
      String tag = first.replaceFirst("(?s).*ETag: (\\S+).*", "$1");
      String asked = headers.replace("TAG", tag);
      wire.send("GET", "/overview", "X-By: Jersey\r\nRange: none=0\r\n" + asked);
      Wire.Received byJersey = wire.receive();
      int before = server.parsed();
      for (int i = 0; i < TIMES; i++) {
        wire.send("GET", "/overview", asked);
        Wire.Received received = wire.receive();
        assertThat(received.status()).isEqualTo(byJersey.status());
        assertThat(timeless(received.head())).isEqualTo(timeless(byJersey.head()));
        assertThat(received.body()).isEqualTo(byJersey.body());
      }
      assertThat(server.parsed()).isLessThanOrEqualTo(before + 1);
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
    try (Wire wire = new Wire(server.address())) {
      wire.send(OVERVIEW);
      String get = wire.receive().head();
      for (int i = 0; i < TIMES; i++) {
        wire.send("HEAD", "/overview", "");
        assertThat(timeless(wire.head())).isEqualTo(timeless(get));
      }
    }
    assertThat(server.parsed()).isEqualTo(2);
  }

  /** Java's client sends {@code Content-Length: 0} with a GET that is made like this. */
  @Test
  void soIsOneOfJavasClient() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/overview"))
            .method("GET", BodyPublishers.noBody())
            .build();
    for (int i = 0; i < TIMES; i++) {
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
    assertThat(server.parsed()).isEqualTo(2);
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
    try (Wire wire = new Wire(server.address())) {
      for (int i = 0; i < TIMES; i++) {
        wire.send("GET", "/overview", header + "\r\n");
        assertThat(wire.receive().status()).isLessThan(500);
      }
    }
    assertThat(server.parsed()).isEqualTo(TIMES);
  }

  @Test
  void anAddressThatIsNotADocumentIsParsedEachTime() throws IOException {
    try (Wire wire = new Wire(server.address())) {
      for (int i = 0; i < TIMES; i++) {
        wire.send("GET", "/nothing/here", "");
        assertThat(wire.receive().status()).isEqualTo(404);
      }
    }
    assertThat(server.parsed()).isEqualTo(TIMES);
  }

  /** Whose bytes come after the head has been answered, so that they are read by themselves. */
  @Test
  void theBodyOfARequestIsNoRequest() throws IOException {
    try (Wire wire = new Wire(server.address())) {
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
    try (Wire wire = new Wire(server.address())) {
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
    try (Wire wire = new Wire(server.address())) {
      poll(wire);
      wire.send(OVERVIEW + "GET /nothing/here HTTP/1.1\r\nHost: localhost\r\n\r\n" + OVERVIEW);

      assertThat(wire.receive().status()).isEqualTo(200);
      assertThat(wire.receive().status()).isEqualTo(404);
      assertThat(wire.receive().status()).isEqualTo(200);
    }
  }

  /** A client that knows no path prefix names the cluster by the host. */
  @Test
  void eachHostHasTheAnswersOfItsClusterAndBothAreHot() throws Exception {
    OTHER.answers("/overview", OTHER_OVERVIEW);
    try (ApiOfOneCluster two =
            new ApiOfOneCluster(
                flink.address(),
                Map.of(
                    "weir.clusters.other.addresses", OTHER.address().toString(),
                    "weir.clusters.other.hosts", "Other.example.org",
                    "weir.default-cluster", "default"));
        InProcessServer both = new InProcessServer(two);
        Wire wire = new Wire(both.address())) {
      for (int i = 0; i < TIMES; i++) {
        wire.send(OVERVIEW);
        assertThat(wire.receive().body()).doesNotContain(OTHER_VERSION);
        wire.send(OVERVIEW.replace("localhost", "other.example.org:8081"));
        assertThat(wire.receive().body()).contains(OTHER_VERSION);
      }
      assertThat(both.parsed()).isEqualTo(4);
    }
  }

  @Test
  void onceItIsStoppedAllAreParsed() throws IOException {
    try (Wire wire = new Wire(server.address())) {
      wire.send(OVERVIEW);
      assertThat(wire.receive().status()).isEqualTo(200);
      server.hot().stop();
      for (int i = 1; i < TIMES; i++) {
        wire.send(OVERVIEW);
        assertThat(wire.receive().status()).isEqualTo(200);
      }
    }
    assertThat(server.parsed()).isEqualTo(TIMES);
  }

  @Test
  void ifHotAnswersAreOffAllAreParsed() throws Exception {
    try (ApiOfOneCluster off =
            new ApiOfOneCluster(flink.address(), Map.of("weir.http.hot-answers", "false"));
        InProcessServer ordinary = new InProcessServer(off);
        Wire wire = new Wire(ordinary.address())) {
      poll(wire);
      assertThat(ordinary.parsed()).isEqualTo(TIMES);
    }
  }
}
