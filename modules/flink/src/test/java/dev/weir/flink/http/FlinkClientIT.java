// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.weir.flink.BodyReader;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.Reading;
import dev.weir.flink.StubServer;
import dev.weir.flink.TextFile;
import dev.weir.flink.json.FlinkJson;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.model.job.JobId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How the client takes clusters that misbehave, which a real one does not do when asked to. */
class FlinkClientIT {
  private static final BodyReader<ClusterOverview> OVERVIEW =
      FlinkJson.reader(ClusterOverview.class);
  private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  @RegisterExtension private final StubServer server = new StubServer();

  private final List<String> asked = new CopyOnWriteArrayList<>();

  private URI address() {
    return server.address().resolve("/proxied/");
  }

  private FlinkClient client(URI address, Duration deadline) {
    return server.client(List.of(address), deadline, Map.of());
  }

  private static URI nobody() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          send(exchange, status, body);
        });
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void assertFails(ThrowingCallable call, Reason reason, String sentence) {
    assertThatThrownBy(call)
        .cause()
        .isInstanceOfSatisfying(
            ClusterException.class,
            thrown -> {
              assertThat(thrown.reason()).isEqualTo(reason);
              assertThat(thrown).hasMessageContaining(sentence);
            });
  }

  @Test
  void aPathPrefixIsKept() {
    answer("/proxied/overview", 200, "{\"slots-total\":7,\"flink-version\":\"2.3.0\"}");

    Reading<ClusterOverview> reading = client(address(), LONG).get("/overview", OVERVIEW).join();

    assertThat(reading.value().slotsTotal()).isEqualTo(7);
    assertThat(reading.bytes()).isEqualTo(41);
  }

  @Test
  void aClusterThatHangsIsGivenUpAtTheDeadline() {
    server.createContext("/proxied/overview", exchange -> asked.add("hangs"));

    assertFails(
        () -> client(address(), SHORT).get("/overview", OVERVIEW).join(),
        Reason.NO_ANSWER,
        "The cluster has not answered within 200 ms.");
  }

  @Test
  void aClusterThatStopsInTheMiddleOfItsAnswerIsGivenUpAtTheDeadline() {
    server.createContext(
        "/proxied/overview",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write("{\"slots".getBytes(UTF_8));
          exchange.getResponseBody().flush();
        });

    assertFails(
        () -> client(address(), SHORT).get("/overview", OVERVIEW).join(),
        Reason.NO_ANSWER,
        "within 200 ms");
  }

  @Test
  void aChangeThatIsNotAnsweredSaysThatItsOutcomeIsNotKnownAndIsNotSentAgain() {
    server.createContext("/proxied/jobs", exchange -> asked.add(exchange.getRequestMethod()));

    assertFails(
        () -> client(address(), SHORT).cancel(JOB).join(),
        Reason.NO_ANSWER,
        "whether it did what was asked is not known");
    assertThat(asked).containsExactly("PATCH");
  }

  @Test
  void nobodyAtTheAddressIsUnreachable() {
    assertFails(
        () -> client(nobody(), LONG).get("/overview", OVERVIEW).join(),
        Reason.UNREACHABLE,
        "Nobody answers at the cluster's address");
  }

  @Test
  void whereOneAddressDoesNotAnswerTheNextIsAskedAndStaysTheOneThatIs() throws IOException {
    answer("/proxied/overview", 200, "{\"slots-total\":7,\"flink-version\":\"2.3.0\"}");
    FlinkClient client = server.client(List.of(nobody(), address()), LONG, Map.of());

    assertThat(client.answering()).isEmpty();
    assertThat(client.get("/overview", OVERVIEW).join().value().slotsTotal()).isEqualTo(7);
    assertThat(client.answering()).contains(address());
  }

  @Test
  void anAddressThatHangsHasOnlyItsShareOfTheTime() throws IOException {
    answer("/proxied/overview", 200, "{\"slots-total\":7,\"flink-version\":\"2.3.0\"}");
    server.createContext("/hangs", exchange -> asked.add("hangs"));
    URI hangs = address().resolve("/hangs");

    FlinkClient client = server.client(List.of(hangs, address()), Duration.ofSeconds(2), Map.of());

    assertThat(client.get("/overview", OVERVIEW).join().value().slotsTotal()).isEqualTo(7);
    assertThat(asked).containsExactly("hangs", "GET /proxied/overview");
  }

  @Test
  void aStandbyThatSendsItsClientsElsewhereIsPassedOver() {
    server.createContext("/standby", exchange -> send(exchange, 307, ""));
    answer("/proxied/jobs", 202, "{}");
    FlinkClient client =
        server.client(List.of(address().resolve("/standby"), address()), LONG, Map.of());

    client.cancel(JOB).join();

    assertThat(asked).containsExactly("PATCH /proxied/jobs/" + JOB + "?mode=cancel");
  }

  @Test
  void aChangeThatOneAddressHasTakenIsNotSentToTheNext() {
    server.createContext("/proxied/jobs", exchange -> asked.add(exchange.getRequestMethod()));
    server.createContext("/other/jobs", exchange -> asked.add("sent twice"));

    assertFails(
        () ->
            server
                .client(List.of(address(), address().resolve("/other")), SHORT, Map.of())
                .cancel(JOB)
                .join(),
        Reason.NO_ANSWER,
        "Look at /jobs/" + JOB + " before asking again");
    assertThat(asked).containsExactly("PATCH");
  }

  @Test
  void everyRequestCarriesTheHeadersOfTheConfiguration() {
    server.createContext(
        "/proxied/overview",
        exchange -> {
          asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
          send(exchange, 200, "{\"flink-version\":\"2.3.0\"}");
        });

    server
        .client(List.of(address()), LONG, Map.of("Authorization", "Bearer x"))
        .get("/overview", OVERVIEW)
        .join();

    assertThat(asked).containsExactly("Bearer x");
  }

  @Test
  void refusedCredentialsAreSaidToBeThat() {
    answer("/proxied/overview", 401, "Unauthorized");

    assertFails(
        () -> client(address(), LONG).get("/overview", OVERVIEW).join(),
        Reason.UNEXPECTED_ANSWER,
        "The cluster refuses this server: it answered with status 401");
  }

  @Test
  void aLostClusterIsAskedNothingUntilAProbeIsAnswered() {
    server.createContext("/proxied/overview", exchange -> asked.add("hangs"));
    FlinkClient client = client(address(), SHORT);
    assertFails(() -> client.probe("/overview", OVERVIEW).join(), Reason.NO_ANSWER, "within");

    assertFails(() -> client.get("/overview", OVERVIEW).join(), Reason.NO_ANSWER, "within");
    assertFails(() -> client.cancel(JOB).join(), Reason.NO_ANSWER, "Nothing was sent.");
    assertThat(asked).containsExactly("hangs");
    assertThat(client.contact().lost()).isTrue();

    server.removeContext("/proxied/overview");
    answer("/proxied/overview", 200, "{\"slots-total\":7,\"flink-version\":\"2.3.0\"}");
    client.probe("/overview", OVERVIEW).join();

    assertThat(client.contact().lost()).isFalse();
    assertThat(client.get("/overview", OVERVIEW).join().value().slotsTotal()).isEqualTo(7);
  }

  @Test
  void anAnswerThatIsTooLargeIsNotReadIntoMemory() {
    answer("/proxied/overview", 200, "{\"x\":\"" + "x".repeat(2000) + "\"}");

    assertFails(
        () -> client(address(), LONG).get("/overview", OVERVIEW).join(),
        Reason.UNEXPECTED_ANSWER,
        "larger than 1000 bytes");
  }

  @Test
  void whatIsNotJsonIsNotFlinks() {
    answer("/proxied/overview", 200, "<html>Welcome to nginx</html>");

    assertFails(
        () -> client(address(), LONG).get("/overview", OVERVIEW).join(),
        Reason.UNEXPECTED_ANSWER,
        "does not answer as Flink does");
  }

  @Test
  void aRedirectIsNotFollowed() {
    answer("/proxied/overview", 307, "");

    assertFails(
        () -> client(address(), LONG).get("/overview", OVERVIEW).join(),
        Reason.UNREACHABLE,
        "sends its clients elsewhere");
  }

  @Test
  void aLogIsOpenedAndItsAbsenceIsToldApartFromAFailure() throws IOException {
    answer("/proxied/jobmanager/log", 200, "a line\n");
    answer("/proxied/jobmanager/stdout", 404, "{\"errors\":[\"This file does not exist.\"]}");

    try (TextFile log = client(address(), LONG).open("/jobmanager/log").join()) {
      assertThat(log.length()).hasValue(7);
      assertThat(log.content()).hasContent("a line\n");
    }
    assertFails(
        () -> client(address(), LONG).open("/jobmanager/stdout").join(),
        Reason.NOT_FOUND,
        "This file does not exist.");
  }

  @Test
  void aLogThatStopsInTheMiddleIsClosedAtTheDeadline() throws IOException {
    server.createContext(
        "/proxied/jobmanager/log",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write("a line\n".getBytes(UTF_8));
          exchange.getResponseBody().flush();
        });

    try (TextFile log = client(address(), SHORT).open("/jobmanager/log").join()) {
      assertThatThrownBy(log.content()::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anUploadIsOneFormWithTheFileUnderTheNameThatFlinkWants(@TempDir Path directory)
      throws IOException {
    CompletableFuture<String> form = new CompletableFuture<>();
    server.createContext(
        "/proxied/jars/upload",
        exchange -> {
          form.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          send(exchange, 200, "{\"filename\":\"/tmp/flink-web-upload/u-u-i-d_a b.jar\"}");
        });
    Path file = Files.writeString(directory.resolve("x"), "content");

    assertThat(client(address(), LONG).upload(file, "a\"b.jar").join())
        .hasToString("u-u-i-d_a b.jar");
    assertThat(form.join())
        .contains("name=\"jarfile\"; filename=\"a_b.jar\"\r\n")
        .contains("\r\n\r\ncontent\r\n--");
  }
}
