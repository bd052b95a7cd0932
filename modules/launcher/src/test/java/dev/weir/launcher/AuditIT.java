// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.Json;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has changed what is written down; secrets are not, nor are they shown. */
@Timeout(120)
class AuditIT {
  @TempDir private static Path directory;

  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .arguments(
                      "--conf-dir=" + conf(),
                      "--set=weir.audit.file=" + directory.resolve("log/audit.log"),
                      "--set=weir.savepoints.directories=file:///allowed",
                      "--set=weir.masked.keys=pin$ ^my\\. ^rate$",
                      "--set=weir.http.hosts=flink.example.org",
                      "--set=weir.http.trusted-proxies=127.0.0.0/8"));

  private final ClassicClient client = new ClassicClient(WEIR.baseUri());

  private static Path conf() {
    try {
      return Files.writeString(
              directory.resolve("flink-conf.yaml"),
              """
              my.thing: geheim
              card.pin: 4711
              pinned: shown
              """)
          .getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> lines(String id) {
    try {
      return Files.readAllLines(directory.resolve("log/audit.log")).stream()
          .map(Json::parse)
          .filter(line -> line.get("id").asText().equals(id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> denied(String path) {
    try {
      return Files.readAllLines(directory.resolve("log/audit.log")).stream()
          .map(Json::parse)
          .filter(line -> line.path("path").asText().equals(path))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> linesOf(Answer answer) {
    return lines(answer.header("X-Request-Id").orElseThrow());
  }

  private String upload() throws IOException {
    return client
        .upload("examples.jar", Files.readAllBytes(BuiltJars.examples()))
        .json()
        .get("filename")
        .asText();
  }

  @Test
  void aRunIsWrittenDownBeforeAndAfterWithoutItsSecrets() throws IOException {
    String jar = upload();
    Answer run = run(jar, "&program-args=--rate%2025");

    List<JsonNode> lines = linesOf(run);

    assertThat(run.status()).isEqualTo(200);
    assertThat(lines)
        .extracting(line -> line.get("event").asText())
        .containsExactly("asked", "done");
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.get("client").asText()).isEqualTo("127.0.0.1");
              assertThat(line.get("method").asText()).isEqualTo("POST");
              assertThat(line.get("path").asText()).isEqualTo("/jars/" + jar + "/run");
              assertThat(line.get("cluster").asText()).isEqualTo("embedded");
              assertThat(line.get("jar").asText()).isEqualTo(jar);
              assertThat(line.at("/parameters/program-args/0").asText()).isEqualTo("--rate ******");
            });
    assertThat(lines.get(1).get("status").asInt()).isEqualTo(200);
    assertThat(lines.get(1).get("result").asText())
        .isEqualTo("job " + run.json().get("jobid").asText());
  }

  @Test
  void aRunThatFailsShowsItsSecretsNeither() throws IOException {
    Answer run =
        run(
            upload(),
            "&program-args=--password%20hunter2%20--card.pin=hunter2%20--x%201"
                + "&programArg=token=hunter2");

    assertThat(run.status()).isEqualTo(400);
    assertThat(linesOf(run))
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.at("/parameters/program-args/0").asText())
                  .isEqualTo("--password ****** --card.pin=****** --x 1");
              assertThat(line.at("/parameters/programArg/0").asText()).isEqualTo("token=******");
              assertThat(line.toString()).doesNotContain("hunter2");
            });
    assertThat(WEIR.process().output()).doesNotContain("hunter2");
  }

  private Answer run(String jar, String arguments) {
    return client.post(
        "/jars/" + jar + "/run?entry-class=dev.weir.examples.CheckpointedStream" + arguments);
  }

  @Test
  void aChangeByGetIsAChange() {
    Answer cancel =
        client.send(
            "GET",
            "/clusters/embedded/jobs/%032x/cancel".formatted(7),
            Map.of("X-Forwarded-For", "198.51.100.9"));

    List<JsonNode> lines = linesOf(cancel);

    assertThat(cancel.status()).isEqualTo(404);
    assertThat(lines)
        .extracting(line -> line.get("event").asText())
        .containsExactly("asked", "refused");
    assertThat(lines.get(1).get("job").asText()).isEqualTo("%032x".formatted(7));
    assertThat(lines.get(1).get("client").asText()).isEqualTo("198.51.100.9");
    assertThat(lines.get(1).get("problem").asText())
        .isEqualTo(cancel.json().get("detail").asText());
  }

  @Test
  void whatIsRefusedBeforeItIsTriedHasOneLine() {
    Answer refused =
        client.send(
            "DELETE", "/jobs/%032x/cancel".formatted(7), Map.of("Sec-Fetch-Site", "cross-site"));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(linesOf(refused))
        .extracting(line -> line.get("event").asText())
        .containsExactly("refused");
  }

  @Test
  void aSecretIsMaskedThoughItsNameIsInAnotherParameter() throws IOException {
    Answer run = run(upload(), "&program-args=--password&programArg=hunter3");

    assertThat(linesOf(run))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.toString()).doesNotContain("hunter3"));
  }

  @Test
  void aChangeForAnotherHostIsWrittenDownThoughItGetsNoFurther() {
    String path = "/jobs/%032x/cancel".formatted(8);

    Answer answer = client.send("GET", path, Map.of("Host", "evil.example.org"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(denied(path))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("event").asText()).isEqualTo("denied");
              assertThat(line.get("status").asInt()).isEqualTo(403);
              assertThat(line.get("client").asText()).isEqualTo("127.0.0.1");
              assertThat(line.get("problem").asText())
                  .isEqualTo(answer.json().get("detail").asText());
            });
    assertThat(WEIR.process().output()).contains(path);
  }

  @Test
  void aChangeOfAClusterThatThereIsNotIsWrittenDown() {
    String path = "/clusters/nowhere/jobs/%032x/cancel".formatted(9);

    assertThat(client.send("DELETE", path, Map.of()).status()).isEqualTo(404);

    assertThat(denied(path)).extracting(line -> line.get("status").asInt()).containsExactly(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cancel",
        "yarn-cancel",
        "stop",
        "yarn-stop",
        "cancel-with-savepoint",
        "cancel-with-savepoint/target-directory/file:/allowed"
      })
  void headOfAChangeChangesNothing(String change) {
    Answer head = client.send("HEAD", "/jobs/%032x/%s".formatted(10, change), Map.of());

    assertThat(head.status()).isEqualTo(405);
    assertThat(head.header("Allow").orElseThrow()).contains("GET", "POST").doesNotContain("HEAD");
    assertThat(linesOf(head))
        .extracting(line -> line.get("event").asText())
        .containsExactly("refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:/elsewhere", "s3://bucket/allowed", "file:/allowed/../etc"})
  void aSavepointGoesNowhereElse(String elsewhere) {
    Answer answer =
        client.post(
            "/jobs/%032x/cancel-with-savepoint/target-directory/%s".formatted(11, elsewhere));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asText())
        .isEqualTo(
            "The directory '"
                + elsewhere
                + "' is not in weir.savepoints.directories, so no savepoint may go there.");
  }

  @Test
  void theLogIsItsOwnersAlone() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("log/audit.log"))))
        .isEqualTo("rw-------");
  }

  @Test
  void readsAreNoChanges() {
    assertThat(client.get("/overview").header("X-Request-Id")).isEmpty();
  }

  @Test
  void keysThatAreConfiguredNameASecretToo() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(client.get("/jobmanager/config").text())
                    .contains("{\"key\":\"my.thing\",\"value\":\"******\"}")
                    .contains("{\"key\":\"card.pin\",\"value\":\"******\"}")
                    .contains("{\"key\":\"pinned\",\"value\":\"shown\"}"));
  }

  @Test
  void linksLeadBackThroughTheProxy() {
    Map<String, String> proxy =
        Map.of(
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Host", "flink.example.org",
            "X-Forwarded-Prefix", "/weir");

    assertThat(client.send("GET", "/jars", proxy).json().get("address").asText())
        .isEqualTo("https://flink.example.org/weir");
    assertThat(client.send("GET", "/clusters/embedded/jars", proxy).json().get("address").asText())
        .isEqualTo("https://flink.example.org/weir/clusters/embedded");
    assertThat(client.send("GET", "/openapi.json", proxy).json().at("/servers/0/url").asText())
        .isEqualTo("https://flink.example.org/weir");
    assertThat(client.send("GET", "/clusters/embedded/jobs/zzz", proxy).json().get("type").asText())
        .isEqualTo("/weir/problems/malformed-parameter");
    assertThat(client.send("GET", "/jobs?" + "a".repeat(9000), proxy).json().get("type").asText())
        .isEqualTo("/weir/problems/address-too-long");
    assertThat(client.get("/openapi.json").json().at("/servers/0/url").asText() + "/")
        .isEqualTo(WEIR.baseUri().toString());
  }
}
