// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What browsers, curl, scripts and libraries do without being told to works.
 *
 * <p>A subclass names a server whose cluster has two free slots.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class OrdinaryHabits {
  private static final String JSON = "application/json";

  private ClassicClient client;
  private RunningJob job;

  /** Where the server listens; asked when it has to be there. */
  protected abstract URI baseUri();

  /** The jar of the examples. */
  protected Path examplesJar() {
    return BuiltJars.examples();
  }

  @BeforeAll
  void runAJob() throws IOException {
    client = new ClassicClient(baseUri());
    job = RunningJob.start(client, examplesJar());
  }

  @Test
  void aPartOfALogIsWhatTheWholeHasThere() {
    String log = "/taskmanagers/" + taskManager() + "/log";
    Answer whole = client.get(log);
    Answer part = client.send("GET", log, Map.of("Range", "bytes=10-29"));

    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("Accept-Ranges")).contains("bytes");
    assertThat(part.status()).as("%s", part).isEqualTo(206);
    assertThat(part.header("Content-Range").orElseThrow()).startsWith("bytes 10-29/");
    assertThat(part.text()).isEqualTo(whole.text().substring(10, 30));
  }

  @Test
  void theEndOfALogIsAsLongAsItIsAskedFor() {
    Answer end =
        client.send(
            "GET", "/taskmanagers/" + taskManager() + "/log", Map.of("Range", "bytes=-100"));

    assertThat(end.status()).as("%s", end).isEqualTo(206);
    assertThat(end.bytes()).hasSize(100);
    assertThat(end.header("Content-Length")).contains("100");
  }

  @Test
  void behindTheEndOfALogThereIsNothing() {
    Answer behind =
        client.send(
            "GET",
            "/taskmanagers/" + taskManager() + "/log",
            Map.of("Range", "bytes=99999999999-"));

    assertThat(behind.status()).as("%s", behind).isEqualTo(416);
    assertThat(behind.header("Content-Range").orElseThrow()).startsWith("bytes */");
    assertThat(behind.mediaType()).isEqualTo("application/problem+json");
  }

  private String taskManager() {
    return client.get("/taskmanagers").json().at("/taskmanagers/0/id").asText();
  }

  @TestFactory
  Stream<DynamicTest> aClientThatSendsNoAcceptGetsJson() {
    return everywhere(
        path -> {
          // HTTP/1.0 in all but name: nothing but a request line and a host.
          Answer answer = client.raw("GET", path);
          assertThat(answer.status()).as("%s", answer).isEqualTo(200);
          assertThat(answer.mediaType()).isEqualTo(JSON);
        });
  }

  @TestFactory
  Stream<DynamicTest> aSlashAtTheEndMakesNoDifference() {
    return everywhere(
        path -> {
          Answer answer = client.get(path + "/");
          assertThat(answer.status()).as("%s", answer).isEqualTo(200);
          assertThat(answer.mediaType()).isEqualTo(JSON);
        });
  }

  @TestFactory
  Stream<DynamicTest> aParameterThatMeansNothingMakesNoDifference() {
    return everywhere(path -> assertThat(client.get(path + "?_=1&x").status()).isEqualTo(200));
  }

  @TestFactory
  Stream<DynamicTest> headIsGetWithoutABody() {
    return everywhere(
        path -> {
          Answer get = client.get(path);
          Answer head = client.raw("HEAD", path);
          assertThat(head.status()).isEqualTo(200);
          assertThat(head.bytes()).isEmpty();
          assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
          assertThat(head.headers().keySet()).contains("etag", "last-modified", "content-length");
        });
  }

  @TestFactory
  Stream<DynamicTest> optionsSaysWhatIsAllowed() {
    return everywhere(
        path -> {
          Answer answer = client.send("OPTIONS", path, Map.of());
          assertThat(answer.status()).as("%s", answer).isIn(200, 204);
          assertThat(WrongMethods.methods(answer)).contains("GET", "HEAD", "OPTIONS");
        });
  }

  @TestFactory
  Stream<DynamicTest> anOfferToGoOnInHttp2IsNoObstacle() {
    ClassicClient offering = new ClassicClient(client.base(), HttpClient.Version.HTTP_2);
    return everywhere(
        path -> {
          Answer answer = offering.get(path);
          assertThat(answer.status()).as("%s", answer).isEqualTo(200);
          assertThat(answer.json()).isNotNull();
        });
  }

  @Test
  void anUploadWithAnOfferToGoOnInHttp2Arrives() {
    ClassicClient offering = new ClassicClient(client.base(), HttpClient.Version.HTTP_2);
    Answer answer = offering.upload("x.jar", HostileUpload.jar());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    Answer removed = offering.delete("/jars/" + answer.json().path("filename").asText());
    assertThat(removed.status()).as("%s", removed).isEqualTo(200);
  }

  @Test
  void largeAnswersAreCompressedForThoseWhoTakeIt() {
    String path = "/jobs/" + job.id();
    Answer plain = client.get(path);
    Answer compressed = client.send("GET", path, Map.of("Accept-Encoding", "gzip, deflate"));
    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(compressed.header("Content-Encoding")).contains("gzip");
    assertThat(compressed.header("Vary").orElse("")).containsIgnoringCase("Accept-Encoding");
    assertThat(compressed.bytes().length).isLessThan(plain.bytes().length);
    assertThat(inflated(compressed)).startsWith("{\"jid\":\"" + job.id());
  }

  @TestFactory
  Stream<DynamicTest> everyAnswerSaysHowOldItIs() {
    return everywhere(
        path -> {
          Answer answer = client.get(path);
          assertThat(Integer.parseInt(answer.header("Age").orElseThrow())).isBetween(0, 60);
          assertThat(answer.header("Last-Modified")).isPresent();
          assertThat(answer.header("Weir-Freshness").orElseThrow())
              .isIn("fresh", "stale", "unreachable");
        });
  }

  @Test
  void aPageOfAnotherSiteCannotChangeAnything() {
    String cancel = "/jobs/" + job.id() + "/yarn-cancel";
    for (Map<String, String> headers :
        List.of(
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"),
            Map.of("Origin", "http://evil.example"),
            Map.of("Origin", "null"))) {
      Answer answer = client.raw("GET", cancel, headers, new byte[0]);
      assertThat(answer.status()).as("%s, %s", headers, answer).isEqualTo(403);
    }
    assertThat(client.get("/jobs/" + job.id()).json().path("state").asText()).isEqualTo("RUNNING");
  }

  @Test
  void manyRequestsGoOverOneConnection() {
    for (int i = 0; i < 200; i++) {
      assertThat(client.get("/overview").status()).isEqualTo(200);
    }
  }

  /** Each is asked of the cluster and answered from another thread than the one that took it. */
  @Test
  void requestsThatHaveToWaitGoOverOneConnectionToo() {
    for (int i = 0; i < 300; i++) {
      assertThat(client.get("/jobs/%032x/exceptions".formatted(i)).status()).isEqualTo(404);
    }
  }

  private Stream<DynamicTest> everywhere(Consumer<String> test) {
    String path = "/jobs/" + job.id();
    return Stream.of(
            "/config",
            "/overview",
            "/jobs",
            "/joboverview",
            "/joboverview/running",
            "/taskmanagers",
            "/jobmanager/config",
            "/jobmanager/metrics",
            "/jars",
            path,
            path + "/plan",
            path + "/checkpoints",
            path + "/vertices/" + job.vertex(),
            path + "/vertices/" + job.vertex() + "/subtasks/0/attempts/0")
        .map(document -> dynamicTest(document, () -> test.accept(document)));
  }

  private static String inflated(Answer answer) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
