// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.weir.resources.audit.AuditEntry;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.CountingFlink;
import dev.weir.testing.Multipart;
import dev.weir.testing.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors, limits and the audit log of Flink's own API, before a cluster that misbehaves. */
@Timeout(60)
class V1ErrorsTest {
  private static final String JOB = "/jobs/%032x".formatted(18);
  private static final String TRACE =
      "org.apache.flink.runtime.rest.handler.RestHandlerException: The job has ended.\\n"
          + "\\tat org.apache.flink.runtime.rest.handler.Some.handle(Some.java:1)\\n";

  @RegisterExtension private static final CountingFlink FLINK = new CountingFlink();

  /** Takes connections and answers no probe. */
  @RegisterExtension private static final CountingFlink SILENT = new CountingFlink();

  @TempDir private static Path directory;

  private static SecuredApi api;
  private static ClassicClient server;

  @BeforeAll
  static void start() throws Exception {
    SILENT.hold("/overview");
    FLINK.answers("/config", "{\"refresh-interval\":3000,\"flink-version\":\"2.3.0\"}");
    api = new SecuredApi(directory, FLINK.address(), SILENT.address());
    server = api.client();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static Map<String, String> as(String user) {
    return Map.of("Authorization", api.authorization(user));
  }

  private static Map<String, String> as(String user, String header, String value) {
    return Map.of("Authorization", api.authorization(user), header, value);
  }

  private static Map<String, String> withForm() {
    return as("developer", "Content-Type", Multipart.contentType());
  }

  private static byte[] submission() {
    return new Multipart()
        .field("request", "{\"jobGraphFileName\":\"graph.bin\"}")
        .file("file_0", "graph.bin", "application/octet-stream", new byte[1000])
        .body();
  }

  /** Flink's client knows an error by this form alone. */
  private static String error(Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.json().size()).isEqualTo(1);
    assertThat(answer.json().path("errors")).as("%s", answer).hasSize(1);
    return answer.json().at("/errors/0").asText();
  }

  private static void assertNothingIsLeftOfUploads() {
    await()
        .untilAsserted(
            () -> {
              try (Stream<Path> files = Files.list(api.uploads())) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
              }
            });
  }

  @Test
  void aSubmissionThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
    assertTooLarge("Content-Length: " + 100 * SecuredApi.UPLOAD_BYTES + "\r\n", "x");
  }

  @Test
  void aSubmissionOfUnknownLengthEndsAtTheLimit() throws IOException {
    int more = SecuredApi.UPLOAD_BYTES + 1;
    assertTooLarge(
        "Transfer-Encoding: chunked\r\n", "%x\r\n%s\r\n".formatted(more, "x".repeat(more)));
    assertNothingIsLeftOfUploads();
  }

  /** The body does not end, so the server has not waited for its end. */
  private static void assertTooLarge(String length, String begun) throws IOException {
    int before = FLINK.asked("/jobs");
    try (Wire wire = new Wire(server.base())) {
      String headers =
          "Authorization: %s\r\nContent-Type: %s\r\n"
              .formatted(api.authorization("developer"), Multipart.contentType());
      wire.send("POST", "/v1/jobs", headers + length);
      wire.send(begun);

      Wire.Received received = wire.receive();

      assertThat(received.status()).as(received.body()).isEqualTo(413);
      assertThat(received.body())
          .matches(
              "\\{\"errors\":\\[\"The (request|file) is larger than the \\d+ bytes allowed.\"]}");
    }
    assertThat(FLINK.asked("/jobs")).isEqualTo(before);
  }

  @Test
  void optionsThatAreTooLargeAreRefused() {
    byte[] body = "{\"a\":\"%s\"}".formatted("x".repeat(SecuredApi.OPTIONS_BYTES)).getBytes(UTF_8);

    Answer answer =
        server.send(
            "PUT",
            "/v1" + JOB + "/resource-requirements",
            as("operator", "Content-Type", "application/json"),
            body);

    error(answer, 413);
    assertThat(FLINK.asked(JOB + "/resource-requirements")).isZero();
  }

  @Test
  void aChangeOfAClusterThatIsAwayMayBeSentAgain() {
    Answer answer =
        server.send("PATCH", "/clusters/away/v1" + JOB + "?mode=cancel", as("operator"));

    assertThat(error(answer, 503))
        .contains("Nobody answers at the cluster's address http://127.0.0.1:1.");
  }

  @Test
  void aSubmissionToAClusterThatIsAwayMayBeSentAgain() {
    error(server.send("POST", "/clusters/away/v1/jobs", withForm(), submission()), 503);
    assertNothingIsLeftOfUploads();
  }

  @Test
  void aReadOfAClusterThatIsAwayMayBeSentAgain() {
    error(server.send("GET", "/clusters/away/v1/jobs/overview", as("viewer")), 503);
    error(server.send("GET", "/clusters/away/v1" + JOB + "/status", as("viewer")), 503);
  }

  @Test
  void aChangeOfAClusterThatIsKnownNotToAnswerIsNotSentAndMayBeSentAgain() {
    await().until(() -> api.state("silent").equals("unhealthy"));

    Answer answer = server.send("POST", "/clusters/silent/v1" + JOB + "/stop", as("operator"));

    assertThat(error(answer, 503)).startsWith("Nothing was sent. ");
    assertThat(SILENT.asked(JOB + "/stop")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"POST, /stop, /stop", "GET, /yarn-cancel, ''"})
  void theOutcomeOfAChangeIsUnknownWhereTheConnectionBroke(
      String method, String change, String sent) {
    String job = "/jobs/%032x".formatted(21);
    FLINK.breaksOffAt(job + sent);

    Answer answer = server.send(method, "/v1" + job + change, as("operator"));

    assertThat(error(answer, 504)).contains("whether it did what was asked is not known");
    assertThat(FLINK.asked(job + sent)).isEqualTo(1);
  }

  @Test
  void aSubmissionIsSentOnceThoughTheConnectionBroke() {
    String jobs = "/jobs";
    FLINK.breaksOffAt(jobs);
    int before = FLINK.asked(jobs);

    Answer answer = server.send("POST", "/v1/jobs", withForm(), submission());

    error(answer, 504);
    assertThat(FLINK.asked(jobs)).isEqualTo(before + 1);
    assertNothingIsLeftOfUploads();
  }

  @Test
  void aReadThatTakesTooLongMayBeSentAgain() {
    String slow = "/jobs/%032x/execution-result".formatted(19);
    CountDownLatch gate = FLINK.hold(slow);
    try {
      Answer answer = server.send("GET", "/v1" + slow, as("viewer"));

      assertThat(error(answer, 503)).contains("has not answered within");
    } finally {
      gate.countDown();
    }
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() {
    Map<String, String> headers = new HashMap<>(withForm());
    headers.put("Content-Length", "5000");

    server.rawThatBreaksOff("POST", "/v1/jobs", headers, submission());

    assertNothingIsLeftOfUploads();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/jobmanager/config, viewer, logs",
    "GET, /v1/jobs/00000000000000000000000000000012/yarn-cancel, viewer, operate",
    "PATCH, /v1/jobs/00000000000000000000000000000012?mode=cancel, viewer, operate",
    "PUT, /v1/jobs/00000000000000000000000000000012/resource-requirements, viewer, operate",
    "POST, /v1/savepoint-disposal, viewer, operate",
    "POST, /v1/jobs, operator, submit",
    "POST, /v1/jars/upload, operator, submit",
    "GET, /v1/jars, operator, submit",
    "PATCH, /v1/jobs/00000000000000000000000000000012/clientHeartbeat, operator, submit",
    "DELETE, /v1/cluster, operator, submit"
  })
  void aMissingLevelIsNamed(String method, String path, String user, String level) {
    Answer answer = server.send(method, path, as(user, "Content-Type", Multipart.contentType()));

    assertThat(error(answer, 403))
        .startsWith("This needs the access level " + level + " on cluster main; " + user + " has ");
  }

  @Test
  void onlyWhoMaySubmitGetsTheWholeTextOfAnError() {
    String path = JOB + "/savepoints";
    FLINK.answers(path, 409, "{\"errors\":[\"" + TRACE + "\"]}");

    Answer operators = server.send("POST", "/v1" + path, as("operator"));
    Answer developers = server.send("POST", "/v1" + path, as("developer"));

    assertThat(error(operators, 409)).isEqualTo("The job has ended.");
    assertThat(error(developers, 409)).contains("The job has ended.\n\tat org.apache.flink");
  }

  @Test
  void aChangeIsInTheAuditLogWithItsJobAndResult() {
    String path = JOB + "/checkpoints";
    FLINK.answers(path, 202, "{\"request-id\":\"0123\"}");

    Answer answer = server.send("POST", "/v1" + path, as("operator"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(lines(answer))
        .extracting(AuditEntry::event, AuditEntry::user, AuditEntry::job, AuditEntry::result)
        .containsExactly(
            tuple("asked", "operator", JOB.substring(6), null),
            tuple("done", "operator", JOB.substring(6), "request-id 0123"));
  }

  /** A program that collects results asks for them before its job runs, and is refused by Flink. */
  @ParameterizedTest
  @CsvSource({
    "PATCH, /clientHeartbeat, 200",
    "POST, /coordinators/0123, 200",
    "POST, /coordinators/4567, 500"
  })
  void messagesOfAProgramAreNotInTheAuditLog(String method, String what, int status) {
    FLINK.answers(JOB + what, status, status == 200 ? "{}" : "{\"errors\":[\"Not yet.\"]}");

    assertThat(message(method, what, "developer").status()).isEqualTo(status);

    assertThat(api.audit())
        .filteredOn(entry -> "developer".equals(entry.user()))
        .extracting(AuditEntry::path)
        .doesNotContain("/v1" + JOB + what);
  }

  @Test
  void aMessageOfACallerWhoMayNotIsInTheAuditLog() {
    Answer answer = message("POST", "/coordinators/89ab", "operator");

    error(answer, 403);
    assertThat(lines(answer)).extracting(AuditEntry::event).containsExactly("refused");
  }

  private static Answer message(String method, String what, String user) {
    return server.send(
        method,
        "/v1" + JOB + what,
        as(user, "Content-Type", "application/json"),
        "{}".getBytes(UTF_8));
  }

  private static List<AuditEntry> lines(Answer answer) {
    String id = answer.header("X-Request-Id").orElseThrow();
    return api.audit().stream().filter(entry -> entry.id().equals(id)).toList();
  }
}
