// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.launcher.HostileFlink;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Multipart;
import dev.weir.testing.http2.ErrorCode;
import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.Http2Connection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one cluster's logs and one client's slowness leave to the others. */
@Timeout(60)
class TransfersIT {
  private static final String LOG = "/clusters/bad/jobmanager/log";
  private static final String CANCEL =
      "/clusters/good/jobs/00000000000000000000000000000001/cancel";

  private static final Map<String, String> HTTP2 = Map.of("weir.http.h2c", "true");

  private final HostileFlink bad = new HostileFlink();
  private final HostileFlink good = new HostileFlink();
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    bad.close();
    good.close();
  }

  private InProcess start(Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("weir.cluster", "good=" + good.address() + " bad=" + bad.address());
    good.at("/jobmanager/log", HostileFlink.json("A log of the good one"));
    return InProcess.start(all);
  }

  private Socket ask(InProcess weir, String from, String request) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(20_000);
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress(weir.address().getHost(), weir.address().getPort()));
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return socket;
  }

  private Socket get(InProcess weir, String from, String path) throws IOException {
    return ask(weir, from, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  private static String post(String path) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
  }

  /** The head of an upload whose body does not come. */
  private static String beginningOfUpload() {
    return "POST /clusters/good/jars/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
        + "Content-Type: "
        + Multipart.contentType()
        + "\r\n\r\n--";
  }

  /** The lines of an answer's head. */
  private static List<String> head(Socket socket) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    List<String> head = new ArrayList<>();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); ) {
      head.add(line);
      line = lines.readLine();
    }
    return head;
  }

  private static String status(Socket socket) throws IOException {
    return head(socket).get(0);
  }

  private static void assertEnded(Socket socket) throws IOException {
    byte[] buffer = new byte[1 << 16];
    int read = 0;
    try {
      while (read >= 0) {
        read = socket.getInputStream().read(buffer);
      }
    } catch (java.net.SocketException e) {
      // Reset, which is an end too.
      return;
    }
  }

  @Test
  void aLogThatStallsTakesWhatIsOfItsClusterAndItsClientsOnly() throws Exception {
    bad.at("/jobmanager/log", bad.stalledLog());
    try (InProcess weir = start(Map.of())) {
      for (int i = 0; i < 8; i++) {
        assertThat(status(get(weir, "127.0.0.2", LOG))).contains(" 200 ");
      }
      assertThat(head(get(weir, "127.0.0.2", LOG)))
          .anyMatch(line -> line.contains(" 429 "))
          .contains("Retry-After: 1");
      for (int i = 0; i < 8; i++) {
        assertThat(status(get(weir, "127.0.0.3", LOG))).contains(" 200 ");
      }
      assertThat(head(get(weir, "127.0.0.4", LOG)))
          .anyMatch(line -> line.contains(" 503 "))
          .contains("Retry-After: 1");

      assertThat(status(get(weir, "127.0.0.4", "/clusters/good/jobmanager/log"))).contains(" 200 ");
      assertThat(status(ask(weir, "127.0.0.2", post(CANCEL)))).contains(" 200 ");
      JsonNode clusters = new ClassicClient(weir.address()).get("/clusters").json();
      assertThat(clusters.path("clusters").findValuesAsText("state"))
          .containsExactly("healthy", "healthy");
    }
  }

  @Test
  void aClientThatHangsUpEndsTheTransferFromTheCluster() throws Exception {
    bad.at("/jobmanager/log", bad.stalledLog());
    try (InProcess weir = start(Map.of("weir.http.max-transfers-per-client", "1"))) {
      Socket reader = get(weir, "127.0.0.2", LOG);
      assertThat(status(reader)).contains(" 200 ");
      assertThat(bad.underWay()).isEqualTo(1);

      reader.close();

      await().until(() -> bad.underWay() == 0);
      await().until(() -> status(get(weir, "127.0.0.2", LOG)).contains(" 200 "));
    }
  }

  @Test
  void aHeadOfALogReadsNothingOfIt() throws Exception {
    String request = "HEAD " + LOG + " HTTP/1.1\r\nHost: localhost\r\nRange: bytes=5-\r\n\r\n";
    bad.at("/jobmanager/log", bad.stalledLog());
    try (InProcess weir = start(Map.of())) {
      assertThat(head(ask(weir, "127.0.0.2", request)))
          .anyMatch(line -> line.contains(" 200 "))
          .contains("Content-Length: 1000000", "Content-Type: text/plain", "Accept-Ranges: bytes");
      await().until(() -> bad.underWay() == 0);

      bad.at("/jobmanager/log", bad.repeated("200 OK", "", "A line of a log\n", 1L << 40));
      assertThat(head(ask(weir, "127.0.0.2", request)))
          .anyMatch(line -> line.contains(" 200 "))
          .noneMatch(line -> line.startsWith("Content-Length"));
      await().until(() -> bad.underWay() == 0);
    }
  }

  @Test
  void aClientThatResetsItsStreamEndsTheTransferFromTheCluster() throws Exception {
    bad.at("/jobmanager/log", bad.stalledLog());
    try (InProcess weir = start(HTTP2)) {
      Http2Connection reader = http2(weir);
      awaitBeginning(reader, 1);
      assertThat(bad.underWay()).isEqualTo(1);

      reader.send(Frame.reset(1, ErrorCode.CANCEL));

      await().until(() -> bad.underWay() == 0);
      requireServes(reader);
    }
  }

  @Test
  void aClientThatClosesItsConnectionOfHttp2EndsItsTransfers() throws Exception {
    bad.at("/jobmanager/log", bad.stalledLog());
    try (InProcess weir = start(HTTP2)) {
      Http2Connection reader = http2(weir);
      awaitBeginning(reader, 1);
      awaitBeginning(reader, 3);
      assertThat(bad.underWay()).isEqualTo(2);

      reader.close();

      await().until(() -> bad.underWay() == 0);
    }
  }

  @Test
  void aLogThatBreaksOffIsNoWholeOneOverHttp2() throws Exception {
    bad.at("/jobmanager/log", bad.brokenLog());
    try (InProcess weir = start(HTTP2)) {
      Http2Connection reader = http2(weir);
      awaitBeginning(reader, 1);

      assertThat(reader.await(Frame::endsStream)).map(Frame::type).hasValue(Frame.RST_STREAM);
      requireServes(reader);
    }
  }

  private Http2Connection http2(InProcess weir) throws IOException {
    Socket socket = new Socket(weir.address().getHost(), weir.address().getPort());
    sockets.add(socket);
    socket.setSoTimeout(20_000);
    return new Http2Connection(socket, "http").handshake(Frame.HEADER_TABLE_SIZE, 0);
  }

  /** The connection outlives the stream. */
  private static void requireServes(Http2Connection reader) {
    reader.send(Frame.headers(3, true, reader.request("GET", "/clusters")));
    assertThat(reader.await(frame -> frame.status() > 0)).map(Frame::status).hasValue(200);
  }

  /** Asks for the log, and waits for the head of its answer. */
  private static void awaitBeginning(Http2Connection reader, int stream) {
    reader.send(Frame.headers(stream, true, reader.request("GET", LOG)));
    assertThat(reader.await(frame -> frame.stream() == stream && frame.status() > 0))
        .map(Frame::status)
        .hasValue(200);
  }

  @Test
  void aClusterThatIsSilentForTooLongEndsTheTransfer() throws Exception {
    bad.at("/jobmanager/log", bad.stalledLog());
    try (InProcess weir = start(Map.of("weir.upstream.transfer-silence", "300 ms"))) {
      assertEnded(get(weir, "127.0.0.2", LOG));

      await().until(() -> bad.underWay() == 0);
    }
  }

  @Test
  void aClientThatTakesNothingForTooLongIsCutOff() throws Exception {
    bad.at("/jobmanager/log", bad.repeated("200 OK", "", "A line of a log\n", 1L << 30));
    try (InProcess weir = start(Map.of("weir.http.idle-timeout", "1 s"))) {
      for (int i = 0; i < 8; i++) {
        get(weir, "127.0.0.2", LOG);
      }
      await().until(() -> bad.underWay() == 8);
      assertThat(status(get(weir, "127.0.0.3", "/clusters/good/jobmanager/log"))).contains(" 200 ");

      await().until(() -> bad.underWay() == 0);
    }
  }

  @Test
  void aPostWithoutABodyNeedsNoneOfTheThreadsThatWaitForBodies() throws Exception {
    try (InProcess weir = start(Map.of("weir.http.workers", "1"))) {
      ask(weir, "127.0.0.2", beginningOfUpload());
      ask(weir, "127.0.0.2", beginningOfUpload());

      assertThat(status(ask(weir, "127.0.0.2", post(CANCEL)))).contains(" 200 ");
    }
  }

  @Test
  void bodiesOfOneClientAreCountedAndThoseOfOthersAreRead() throws Exception {
    try (InProcess weir = start(Map.of("weir.http.max-transfers-per-client", "2"))) {
      ask(weir, "127.0.0.2", beginningOfUpload());
      Socket second = ask(weir, "127.0.0.2", beginningOfUpload());

      await()
          .untilAsserted(
              () ->
                  assertThat(head(ask(weir, "127.0.0.2", beginningOfUpload())))
                      .anyMatch(line -> line.contains(" 429 "))
                      .contains("Retry-After: 1"));
      String noJar =
          new String(
              new Multipart().file("jarfile", "a.jar", "text/plain", new byte[] {1}).body(), UTF_8);
      String whole = beginningOfUpload().replaceFirst("100000", "" + noJar.length());
      assertThat(status(ask(weir, "127.0.0.3", whole.substring(0, whole.length() - 2) + noJar)))
          .contains(" 400 ");
      second.close();
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          status(
                              ask(
                                  weir,
                                  "127.0.0.2",
                                  whole.substring(0, whole.length() - 2) + noJar)))
                      .contains(" 400 "));
    }
  }
}
