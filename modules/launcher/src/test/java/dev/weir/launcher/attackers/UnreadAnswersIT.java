// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weir.testing.CountingFlink;
import dev.weir.testing.Vitals;
import dev.weir.testing.WeirLaunch;
import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.Http2Connection;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of answer meets clients that read nothing, six for each thread that could wait for
 * them; others are answered meanwhile.
 */
@Timeout(120)
class UnreadAnswersIT {
  private static final int CLIENTS = 6 * Runtime.getRuntime().availableProcessors();
  private static final int PROBES = 6;
  private static final int LOG_BYTES = 4 << 20;
  private static final String JOB = "/jobs/" + "0".repeat(31) + "1";
  private static final String LOG = "/jobmanager/log";

  /** Of these, what all buffers of the operating system take is a part. */
  private static final Request LARGE =
      new Request("GET", "/openapi.json", Map.of("Accept-Encoding", "identity"));

  private static final int FILLING = 8;

  /** So that more waits than may of a file, whose writer waits then. */
  private static final int MORE_THAN_OF_A_FILE = 16;

  private static final int EACH = 5;

  /** Of these, a connection may not have as many waiting. */
  private static final int FAR_TOO_MANY = 600;

  @TempDir private static Path directory;

  @Order(1)
  @RegisterExtension
  private static final CountingFlink FLINK = new CountingFlink();

  @Order(2)
  @RegisterExtension
  private static final Target CLEAR = Target.clear(UnreadAnswersIT::launch);

  @Order(2)
  @RegisterExtension
  private static final Target SECURED = Target.secured(UnreadAnswersIT::launch);

  /** All is open to those who show nothing; whoever shows a wrong token is refused. */
  private static WeirLaunch launch(WeirLaunch launch) {
    try {
      Path tokens = Files.createTempFile(directory, "tokens", "");
      Files.writeString(tokens, "somebody:" + "0".repeat(64) + "\n");
      return launch
          .arguments("--cluster", FLINK.address().toString())
          .arguments("--set", "weir.security.token.file=" + tokens)
          .arguments("--set", "weir.access.anonymous=submit");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void runAJob() {
    String name = "a long name ".repeat(20_000);
    FLINK.answers(
        JOB,
        """
        {"jid":"%s","name":"%s","state":"RUNNING","start-time":1,"end-time":-1,"duration":2,"now":3,
        "timestamps":{"RUNNING":1},"vertices":[],"status-counts":{},
        "plan":{"jid":"%1$s","name":"%2$s","nodes":[]}}"""
            .formatted(JOB.substring(6), name));
    FLINK.answers(LOG, "a line of a log\n".repeat(LOG_BYTES / 16));
  }

  private static Map<String, Request> kinds() {
    return Map.ofEntries(
        Map.entry("hot", Request.get("/clusters")),
        Map.entry("hot and large", Request.get(JOB)),
        Map.entry("cold", Request.get("/jobs/" + "f".repeat(32))),
        Map.entry("large", LARGE),
        Map.entry("a log", Request.get(LOG)),
        Map.entry("404", Request.get("/nosuch")),
        Map.entry("405", new Request("DELETE", "/clusters", Map.of())),
        Map.entry("400", Request.get("/jobs/zzz")),
        Map.entry("401", new Request("GET", "/clusters", Map.of("Authorization", "Bearer wrong"))),
        Map.entry("304", new Request("GET", JOB, Map.of("If-None-Match", "*"))),
        Map.entry("HEAD", new Request("HEAD", JOB, Map.of())),
        Map.entry("a page", Request.get("/openapi/")),
        Map.entry(
            "an upload that is refused",
            new Request(
                "POST",
                "/jars/upload",
                Map.of("Content-Type", "text/plain", "Content-Length", "0"))),
        Map.entry("of several clusters", Request.get("/clusters/overview")));
  }

  @TestFactory
  Stream<DynamicTest> overHttp11InClear() {
    return each(CLEAR, UnreadAnswersIT::pipelined);
  }

  @TestFactory
  Stream<DynamicTest> overHttp11AndTls() {
    return each(SECURED, UnreadAnswersIT::pipelined);
  }

  @TestFactory
  Stream<DynamicTest> overHttp2InClear() {
    return Stream.concat(
        each(CLEAR, UnreadAnswersIT::withoutWindow), each(CLEAR, UnreadAnswersIT::withHugeWindow));
  }

  @TestFactory
  Stream<DynamicTest> overHttp2AndTls() {
    return Stream.concat(
        each(SECURED, UnreadAnswersIT::withoutWindow),
        each(SECURED, UnreadAnswersIT::withHugeWindow));
  }

  /** A client that asks and does not read. */
  @FunctionalInterface
  private interface Client {
    Closeable asks(Target target, Request request) throws IOException;
  }

  private static Stream<DynamicTest> each(Target target, Client client) {
    return kinds().entrySet().stream()
        .map(kind -> dynamicTest(kind.getKey(), () -> unread(target, client, kind.getValue())));
  }

  private static void unread(Target target, Client client, Request request) throws IOException {
    target.serves();
    long before = Vitals.descriptors(target.process().pid());
    List<Closeable> clients = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(client.asks(target, request));
      }
      for (int i = 0; i < PROBES; i++) {
        target.serves();
      }
    } finally {
      for (Closeable one : clients) {
        one.close();
      }
    }
    awaitDescriptors(target, before);
    target.serves();
  }

  private static void awaitDescriptors(Target target, long before) {
    await("the end of the connections")
        .atMost(Duration.ofSeconds(30))
        .until(() -> Vitals.descriptors(target.process().pid()) <= before + 2);
  }

  /** The large ones fill what there is of buffers, so that the others do not get away. */
  private static Closeable pipelined(Target target, Request request) throws IOException {
    return pipelined(target, request, FILLING);
  }

  private static Closeable pipelined(Target target, Request request, int filling)
      throws IOException {
    ByteArrayOutputStream requests = new ByteArrayOutputStream();
    for (int i = 0; i < filling; i++) {
      requests.writeBytes(LARGE.text());
    }
    for (int i = 0; i < EACH; i++) {
      requests.writeBytes(request.text());
    }
    Socket socket = target.connectTiny();
    socket.getOutputStream().write(requests.toByteArray());
    return socket;
  }

  private static Closeable withoutWindow(Target target, Request request) throws IOException {
    Http2Connection connection = target.http2();
    connection.begin(Frame.INITIAL_WINDOW_SIZE, 0);
    ask(connection, request);
    return connection::close;
  }

  private static Closeable withHugeWindow(Target target, Request request) throws IOException {
    Http2Connection connection = target.http2Tiny();
    connection.begin(Frame.INITIAL_WINDOW_SIZE, Integer.MAX_VALUE);
    connection.send(Frame.windowUpdate(0, Integer.MAX_VALUE - 65_535));
    for (int i = 0; i < FILLING; i++) {
      connection.send(LARGE.frame(connection, 2 * i + 1));
    }
    ask(connection, request);
    return connection::close;
  }

  private static void ask(Http2Connection connection, Request request) {
    for (int i = 0; i < EACH; i++) {
      connection.send(request.frame(connection, 2 * (FILLING + i) + 1));
    }
  }

  @TestFactory
  Stream<DynamicTest> beyondTheBoundTheConnectionIsClosed() {
    return Stream.of(CLEAR, SECURED)
        .map(target -> dynamicTest(target.toString(), () -> beyondTheBound(target)));
  }

  @TestFactory
  Stream<DynamicTest> whatLooksLikeALogAndIsNoneIsNotWaitedFor() {
    Client far = (target, request) -> pipelined(target, request, MORE_THAN_OF_A_FILE);
    return Stream.of(CLEAR, SECURED)
        .map(
            target ->
                dynamicTest(
                    target.toString(), () -> unread(target, far, Request.get("/nosuch/log"))));
  }

  /** The server may have had enough before all is asked for. */
  private static void ask(Socket socket, byte[] requests) {
    try {
      socket.getOutputStream().write(requests);
    } catch (IOException e) {
      assertThat(e).isInstanceOf(SocketException.class);
    }
  }

  private static void beyondTheBound(Target target) throws IOException {
    target.serves();
    Vitals before = Vitals.of(target.process().pid());
    ByteArrayOutputStream requests = new ByteArrayOutputStream();
    for (int i = 0; i < FAR_TOO_MANY; i++) {
      requests.writeBytes(LARGE.text());
    }
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        Socket socket = target.connectTiny();
        sockets.add(socket);
        ask(socket, requests.toByteArray());
      }
      awaitDescriptors(target, before.descriptors());
      target.serves();
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    before.awaitAgain(target.process().pid());
  }
}
