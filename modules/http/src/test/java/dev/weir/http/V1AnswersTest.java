// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.CountingFlink;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flink's own API over a server in this JVM. */
class V1AnswersTest {
  private static final String JOB = "/jobs/" + "0".repeat(32);
  private static final String OVERVIEW =
      """
      {"taskmanagers":1,"slots-total":4,"slots-available":4,"jobs-running":0,"jobs-finished":0,
       "jobs-cancelled":0,"jobs-failed":0,"flink-version":"2.3.0","flink-commit":"0123456"}
      """;
  private static final String CONFIG =
      """
      {"refresh-interval":3000,"timezone-name":"UTC","timezone-offset":0,"flink-version":"2.3.0",
       "flink-revision":"0123456",
       "features":{"web-submit":true,"web-cancel":true,"web-rescale":false,"web-history":false}}
      """;

  @RegisterExtension private static final CountingFlink FLINK = new CountingFlink();

  private ApiOfOneCluster api;
  private InProcessServer server;
  private ClassicClient client;

  @BeforeEach
  void listen() throws Exception {
    FLINK.answers("/overview", OVERVIEW);
    FLINK.answers("/config", CONFIG);
    start(Map.of());
  }

  private void start(Map<String, String> settings) throws Exception {
    api = new ApiOfOneCluster(FLINK.address(), settings);
    server = new InProcessServer(api);
    client = new ClassicClient(server.address());
  }

  @AfterEach
  void end() {
    server.close();
    api.close();
  }

  private static void assertError(Answer answer, int status, String sentence) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.json().size()).isEqualTo(1);
    assertThat(answer.json().path("errors").size()).isEqualTo(1);
    assertThat(answer.json().at("/errors/0").asText()).contains(sentence);
  }

  @Test
  void aDocumentIsWhatFlinkSentAndOneRequestIsForBothApis() {
    int before = FLINK.asked("/overview");
    Answer answer = client.get("/v1/overview");
    client.get("/overview");
    for (int i = 0; i < 5; i++) {
      assertThat(client.get("/v1/overview").text()).isEqualTo(OVERVIEW);
      assertThat(client.get("/clusters/default/v1/overview").text()).isEqualTo(OVERVIEW);
    }

    assertThat(answer.header("ETag")).isPresent();
    assertThat(answer.header("Content-Encoding")).isEmpty();
    // The server probes the cluster by the same document once when it starts.
    assertThat(FLINK.asked("/overview")).isBetween(before + 1, before + 2);
  }

  @Test
  void aDocumentThatComesAgainIsAnsweredHot() {
    client.get("/v1/overview");
    client.get("/v1/overview");
    int before = server.parsed();
    for (int i = 0; i < 5; i++) {
      assertThat(client.get("/v1/overview").text()).isEqualTo(OVERVIEW);
    }

    assertThat(server.parsed()).isLessThanOrEqualTo(before + 1);
  }

  @Test
  void theFeaturesOfTheConfigurationAreThoseOfTheCaller() {
    assertThat(client.get("/v1/config").json().path("features").path("web-cancel").asBoolean())
        .isTrue();
    assertThat(client.get("/v1/config").json().path("refresh-interval").asInt()).isEqualTo(3000);
  }

  @Test
  void aServerThatTakesNoProgramsShowsNoFormForThem() throws Exception {
    end();
    start(Map.of("weir.submit.enabled", "false"));

    assertThat(client.get("/v1/config").json().path("features").path("web-submit").asBoolean())
        .isFalse();
    assertError(client.get("/v1/jars"), 403, "weir.submit.enabled is not true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/nothing", "/v1/jobs/overview/more", "/clusters/default/v1/nothing", "/v1/v1"})
  void anUnknownRouteIsNotFound(String path) {
    assertError(client.get(path), 404, "Flink's API has nothing at /v1/");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE,/v1/overview,GET",
    "PATCH,/v1/jobs/overview/x,",
    "PUT,/v1/jobs,'GET, POST'",
    "GET,/v1/jars/upload,POST",
    "POST,/v1/jobs/00000000000000000000000000000000/yarn-cancel,GET",
  })
  void aMethodThatARouteHasNotIsRefused(String method, String path, String allowed) {
    Answer answer = client.send(method, path, Map.of());
    if (allowed == null) {
      assertError(answer, 404, "nothing at");
      return;
    }
    assertError(answer, 405, method + " is not possible at " + path);
    assertThat(answer.header("Allow").orElseThrow().split(",\\s*"))
        .contains(allowed.split(",\\s*"));
  }

  @Test
  void aMalformedIdIsRefusedBeforeTheClusterIsAsked() {
    assertError(client.get("/v1/jobs/xyz"), 400, "'xyz' is not a jobid");
    assertThat(FLINK.asked("/jobs/xyz")).isZero();
  }

  @Test
  void whatFlinkDoesNotKnowIsNotFound() {
    assertError(client.get("/v1" + JOB), 404, "");
  }

  @Test
  void whatHasGoneForGoodSaysWhatToUse() {
    assertError(client.get("/v1" + JOB + "/yarn-stop"), 404, "use POST /v1/jobs/<jobid>/stop");
    assertError(
        client.send("PATCH", "/v1" + JOB + "?mode=stop", Map.of()),
        404,
        "use POST /v1/jobs/<jobid>/stop");
  }

  @Test
  void theClusterIsShutDownOnlyWhereThatIsAllowed() throws Exception {
    assertError(client.delete("/v1/cluster"), 403, "weir.v1.shutdown is not true");
    assertThat(FLINK.asked("/cluster")).isZero();
    end();
    start(Map.of("weir.v1.shutdown", "true"));
    FLINK.answers("/cluster", "{}");

    assertThat(client.delete("/v1/cluster").status()).isEqualTo(200);
    assertThat(FLINK.asked("/cluster")).isEqualTo(1);
  }

  @Test
  void whatIsRefusedBeforeJerseyHasTheSameForm() {
    assertError(client.raw("GET", "/v1/overview?" + "x".repeat(10_000)), 414, "longer than");
  }

  @Test
  void aSavepointGoesOnlyWhereItMay() throws Exception {
    end();
    start(Map.of("weir.savepoints.directories", "s3://bucket/savepoints"));
    FLINK.answers(JOB + "/savepoints", "{\"request-id\":\"" + "1".repeat(32) + "\"}");
    FLINK.answers(JOB + "/stop", "{\"request-id\":\"" + "1".repeat(32) + "\"}");

    assertError(changed("/savepoints", "target-directory", "s3://other"), 400, "may go there");
    assertError(changed("/stop", "targetDirectory", "s3://other"), 400, "may go there");
    assertThat(FLINK.asked(JOB + "/savepoints") + FLINK.asked(JOB + "/stop")).isZero();
    assertThat(changed("/stop", "targetDirectory", "s3://bucket/savepoints/x").status())
        .isEqualTo(200);
  }

  @Test
  void theDescriptionNamesThisServer() {
    Answer answer = client.get("/openapi-v1.json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/servers/0/url").asText()).startsWith(server.address().toString());
    assertThat(answer.json().path("paths").has("/jobs/overview")).isTrue();
    assertThat(client.get("/openapi-v1.yaml").text()).contains("/jobs/overview:");
    assertThat(client.get("/clusters/default/openapi-v1.yaml").status()).isEqualTo(404);
  }

  private Answer changed(String what, String member, String value) {
    return client.send(
        "POST",
        "/v1" + JOB + what,
        Map.of("Content-Type", "application/json"),
        ("{\"" + member + "\":\"" + value + "\"}").getBytes(UTF_8));
  }
}
