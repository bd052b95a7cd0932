// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.CountingFlink;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who poll a document rely on, however many they are and in whatever way they ask. */
@Timeout(120)
class HotReadsIT {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int READERS = 50;
  private static final int JOBS = 20;
  private static final byte[] NOTHING = {};

  @Order(1)
  @RegisterExtension
  private static final CountingFlink FLINK = new CountingFlink();

  /** Within a test the cluster is asked for a document once. */
  @Order(2)
  @RegisterExtension
  private static final RunningWeir STEADY = weir("1 h");

  @Order(2)
  @RegisterExtension
  private static final RunningWeir QUICK = weir("100 ms");

  private static RunningWeir weir(String refreshInterval) {
    return new RunningWeir(
        () ->
            WeirProcess.launch()
                .arguments("--cluster", FLINK.address().toString())
                .arguments("--set", "weir.refresh-interval=" + refreshInterval)
                .arguments("--set", "weir.max-staleness=2 h"));
  }

  private static String id(int job) {
    return "%032x".formatted(job);
  }

  private static String job(int job, String name) {
    return """
        {"jid":"%s","name":"%s","state":"RUNNING","start-time":1,"end-time":-1,"duration":2,"now":3,
        "timestamps":{"RUNNING":1},"vertices":[],"status-counts":{},
        "plan":{"jid":"%1$s","name":"%2$s","nodes":[]}}"""
        .formatted(id(job), name);
  }

  @BeforeAll
  static void runJobs() {
    IntStream.range(0, JOBS).forEach(i -> FLINK.answers("/jobs/" + id(i), job(i, "job " + i)));
    FLINK.answers("/jobs/" + id(JOBS), job(JOBS, "a long name ".repeat(200)));
  }

  private static ClassicClient steady() {
    return new ClassicClient(STEADY.baseUri());
  }

  /** Of the jobs, each in its turn, and now and then one that there is not. */
  private static String path(int request) {
    int job = request % (JOBS + 1);
    return "/jobs/" + id(job < JOBS ? job : 1_000_000 + request);
  }

  private static void assertRight(int request, int status, String body) {
    int job = request % (JOBS + 1);
    assertThat(status).as(body).isEqualTo(job < JOBS ? 200 : 404);
    assertThat(body)
        .contains(job < JOBS ? "\"name\":\"job " + job + "\"" : id(1_000_000 + request));
  }

  @Test
  void howeverManyReadADocumentAtOnceTheClusterIsAskedOnce() {
    String path = "/jobs/" + id(5000);
    FLINK.answers(path, job(5000, "shared"));
    CountDownLatch gate = FLINK.hold(path);
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    List<CompletableFuture<HttpResponse<String>>> readers =
        IntStream.range(0, READERS)
            .mapToObj(i -> http.sendAsync(request(path), BodyHandlers.ofString()))
            .toList();
    await().atMost(DEADLINE).until(() -> FLINK.asked(path) > 0);
    gate.countDown();

    assertThat(readers)
        .allSatisfy(
            reader -> {
              assertThat(reader.join().statusCode()).isEqualTo(200);
              assertThat(reader.join().body()).contains("\"name\":\"shared\"");
            });
    for (int i = 0; i < READERS; i++) {
      assertThat(steady().get(path).status()).isEqualTo(200);
    }
    assertThat(FLINK.asked(path)).isEqualTo(1);
  }

  private static HttpRequest request(String path) {
    return HttpRequest.newBuilder(STEADY.baseUri().resolve(path)).timeout(DEADLINE).build();
  }

  /** Seen on the wire: a client library would pass over a body where there must be none. */
  @Test
  void nothingFollowsTheHeadOfAnAnswerThatHasNotChanged() throws IOException {
    String path = "/jobs/" + id(1);
    String tag = steady().get(path).header("ETag").orElseThrow();

    try (Wire wire = new Wire(STEADY.baseUri())) {
      wire.send("GET", path, "If-None-Match: " + tag + "\r\n");
      wire.send("GET", path, "Connection: close\r\n");
      String answers = new String(wire.rest(), US_ASCII);

      assertThat(answers).startsWith("HTTP/1.1 304 ");
      assertThat(answers.substring(answers.indexOf("\r\n\r\n") + 4)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void eachEncodingHasAnEntityTagOfItsOwn() throws IOException {
    String path = "/jobs/" + id(JOBS);
    Answer plain = steady().get(path);
    Answer gzip = steady().send("GET", path, Map.of("Accept-Encoding", "gzip"));

    assertThat(gzip.header("Content-Encoding")).contains("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.bytes())).readAllBytes())
        .isEqualTo(plain.bytes());
    String tag = plain.header("ETag").orElseThrow();
    assertThat(gzip.header("ETag").orElseThrow()).isNotEqualTo(tag);
    assertThat(
            steady()
                .send("GET", path, Map.of("Accept-Encoding", "gzip", "If-None-Match", tag))
                .status())
        .isEqualTo(200);
  }

  @Test
  void aDocumentThatChangesGetsAnotherEntityTag() {
    String path = "/jobs/" + id(6000);
    FLINK.answers(path, job(6000, "before"));
    ClassicClient quick = new ClassicClient(QUICK.baseUri());
    Answer before = quick.get(path);
    Map<String, String> known = Map.of("If-None-Match", before.header("ETag").orElseThrow());
    assertThat(quick.send("GET", path, known).status()).isEqualTo(304);

    FLINK.answers(path, job(6000, "after"));

    await().atMost(DEADLINE).until(() -> quick.send("GET", path, known).status() == 200);
    Answer after = quick.get(path);
    assertThat(after.text()).contains("\"name\":\"after\"");
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
  }

  @Test
  void whileTheClusterTakesItsTimeThoseWhoPollGetWhatIsKnown() {
    String path = "/jobs/" + id(7000);
    FLINK.answers(path, job(7000, "before"));
    ClassicClient quick = new ClassicClient(QUICK.baseUri());
    assertThat(quick.get(path).status()).isEqualTo(200);
    CountDownLatch gate = FLINK.hold(path);
    int asked = FLINK.asked(path);
    await()
        .atMost(DEADLINE)
        .until(() -> freshness(quick.get(path)).equals("stale") && FLINK.asked(path) > asked);

    FLINK.answers(path, job(7000, "after"));
    for (int i = 0; i < READERS; i++) {
      Answer answer = quick.get(path);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).contains("\"name\":\"before\"");
      assertThat(freshness(answer)).isEqualTo("stale");
    }
    assertThat(FLINK.asked(path)).isEqualTo(asked + 1);
    gate.countDown();

    await().atMost(DEADLINE).until(() -> quick.get(path).text().contains("\"name\":\"after\""));
  }

  private static String freshness(Answer answer) {
    return answer.header("Weir-Freshness").orElse("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  void headIsGetInAllButTheBody(String encoding) {
    for (int job : List.of(0, JOBS, JOBS + 1)) {
      String path = "/jobs/" + id(job);
      Map<String, String> headers = Map.of("Accept-Encoding", encoding);
      Answer get = steady().raw("GET", path, headers, NOTHING);
      Answer head = steady().raw("HEAD", path, headers, NOTHING);

      assertThat(head.status()).isEqualTo(get.status());
      assertThat(head.bytes()).isEmpty();
      assertThat(timeless(head)).isEqualTo(timeless(get));
      assertThat(head.header("Content-Length")).contains(Integer.toString(get.bytes().length));
    }
  }

  private static Map<String, List<String>> timeless(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers());
    headers.keySet().removeAll(List.of("date", "age"));
    return headers;
  }

  /** Those that are known and those that the cluster has to be asked for, in one pipeline. */
  @Test
  void pipelinedReadsAreEachAnsweredWithTheirDocumentInTheirOrder() throws IOException {
    int requests = 500;
    try (Wire wire = new Wire(STEADY.baseUri())) {
      CompletableFuture<Void> sender =
          CompletableFuture.runAsync(
              () -> IntStream.range(0, requests).forEach(i -> wire.send("GET", path(i), "")));
      for (int i = 0; i < requests; i++) {
        Wire.Received received = wire.receive();
        assertRight(i, received.status(), received.body());
      }
      sender.join();
    }
  }
}
