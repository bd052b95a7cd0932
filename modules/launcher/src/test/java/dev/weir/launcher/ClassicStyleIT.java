// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.CountingFlink;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Clients that want the words of 1.3 beside others that do not, by requests and by settings. */
@Timeout(60)
class ClassicStyleIT {
  private static final String JOB = "0123456789abcdef0123456789abcdef";
  private static final String ACCUMULATORS = "/jobs/" + JOB + "/accumulators";
  private static final String PLAIN = "\"value\":\"7\"";
  private static final String TYPED = "\"value\":\"LongCounter 7\"";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private static Path directory;

  @Order(1)
  @RegisterExtension
  private static final CountingFlink FLINK = new CountingFlink();

  @Order(2)
  @RegisterExtension
  private static final RunningWeir AS_NOW =
      new RunningWeir(
          () -> WeirProcess.launch().arguments("--cluster", FLINK.address().toString()));

  @Order(2)
  @RegisterExtension
  private static final RunningWeir CLASSIC =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .arguments("--cluster", FLINK.address().toString())
                  .arguments("--set", "weir.classic.errors=1.3")
                  .arguments("--set", "weir.classic.accumulators=plain")
                  .arguments("--set", "weir.audit.file=" + directory.resolve("audit.log")));

  @BeforeAll
  static void run() {
    FLINK.answers(
        ACCUMULATORS,
        "{\"job-accumulators\":[],\"user-task-accumulators\":[{\"name\":\"words\","
            + "\"type\":\"LongCounter\",\"value\":\"7\"}]}");
  }

  /** By a plain GET: only those are answered by what is kept, not one that announces a body. */
  private static Answer get(RunningWeir weir, String path, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(weir.baseUri().resolve(path)).GET();
    headers.forEach(request::header);
    HttpResponse<byte[]> answer =
        HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray()).join();
    return new Answer(path, answer.statusCode(), answer.headers().map(), answer.body());
  }

  /** The third answer to the same request is one that is kept, and may be given byte by byte. */
  @Test
  void anAnswerThatIsKeptIsForThoseWhoAskInTheSameWords() {
    for (int i = 0; i < 5; i++) {
      for (RunningWeir weir : new RunningWeir[] {AS_NOW, CLASSIC}) {
        String usual = weir == AS_NOW ? TYPED : PLAIN;
        assertThat(get(weir, ACCUMULATORS, Map.of()).text()).contains(usual);
        assertThat(get(weir, ACCUMULATORS, accumulators("plain")).text()).contains(PLAIN);
        assertThat(get(weir, ACCUMULATORS, accumulators("typed")).text()).contains(TYPED);
        assertThat(get(weir, ACCUMULATORS + "?weir-accumulators=plain", Map.of()).text())
            .contains(PLAIN);
        assertThat(get(weir, ACCUMULATORS + "?weir-accumulators=typed", Map.of()).text())
            .contains(TYPED);
        assertThat(
                get(weir, ACCUMULATORS + "?weir-accumulators=typed", accumulators("plain")).text())
            .contains(TYPED);
      }
    }
  }

  private static Map<String, String> accumulators(String style) {
    return Map.of("Weir-Classic-Accumulators", style);
  }

  @Test
  void cachesAreToldThatTheWordsDependOnTheRequest() {
    for (int i = 0; i < 3; i++) {
      assertThat(get(AS_NOW, ACCUMULATORS, Map.of()).header("Vary").orElse(""))
          .contains("Weir-Classic-Accumulators");
    }
    assertThat(get(AS_NOW, "/nosuch", Map.of()).header("Vary").orElse(""))
        .contains("Weir-Classic-Errors");
  }

  @Test
  void aFailureIsInTheWordsThatTheRequestAsksFor() {
    assertError(get(AS_NOW, "/jars/none.jar/plan", Map.of()), 404, "application/problem+json");
    for (Answer classic :
        new Answer[] {
          get(AS_NOW, "/jars/none.jar/plan", errors("1.3")),
          get(AS_NOW, "/jars/none.jar/plan?weir-errors=1.3", Map.of()),
          get(AS_NOW, "/clusters/default/jars/none.jar/plan?weir-errors=1.3", Map.of()),
          get(CLASSIC, "/jars/none.jar/plan", Map.of())
        }) {
      assertError(classic, 200, "application/json");
      assertThat(classic.json().properties()).extracting(Map.Entry::getKey).containsOnly("error");
    }
    assertError(
        get(CLASSIC, "/jars/none.jar/plan", errors("problem")), 404, "application/problem+json");
    assertError(get(CLASSIC, "/jobs/zzz", Map.of()), 500, "text/plain");
    assertError(get(CLASSIC, "/nosuch", Map.of()), 404, "text/plain");
    assertError(get(CLASSIC, "/clusters/nosuch", Map.of()), 404, "application/problem+json");
  }

  private static Map<String, String> errors(String style) {
    return Map.of("Weir-Classic-Errors", style);
  }

  private static void assertError(Answer answer, int status, String type) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse("")).startsWith(type);
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void aStyleThatThereIsNotIsRefusedWhetherTheAnswerIsKeptOrNot() {
    for (int i = 0; i < 3; i++) {
      get(AS_NOW, ACCUMULATORS, Map.of());
      for (Answer refused :
          new Answer[] {
            get(AS_NOW, ACCUMULATORS, accumulators("short")),
            get(AS_NOW, ACCUMULATORS + "?weir-accumulators=short", Map.of()),
            get(AS_NOW, ACCUMULATORS, errors("1.2")),
            get(AS_NOW, ACCUMULATORS + "?weir-errors=", Map.of())
          }) {
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains("it must be");
      }
    }
  }

  @Test
  void theAuditLogSaysWhatReallyHappened() throws IOException {
    Answer cancelled = new ClassicClient(CLASSIC.baseUri()).delete("/jobs/" + JOB + "/cancel");

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.text()).isEqualTo("{}");
    try (Stream<Path> files = Files.list(directory)) {
      String log = Files.readString(files.findFirst().orElseThrow());
      assertThat(log).contains("\"event\":\"refused\"", "\"status\":404");
    }
  }
}
