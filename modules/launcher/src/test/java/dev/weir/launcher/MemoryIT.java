// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with a small heap, and a cluster whose answers do not fit into it. */
@Timeout(120)
class MemoryIT {
  private static final long LARGE = 200L << 20;
  private static final String JOB = "/jobs/%032x";

  private static final HostileFlink BAD = new HostileFlink();
  private static final HostileFlink GOOD = new HostileFlink();

  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          () ->
              WeirProcess.launch()
                  .jvmOptions("-Xmx256m")
                  .arguments("--cluster", "good=" + GOOD.address())
                  .arguments("--cluster", "bad=" + BAD.address()));

  private final ClassicClient client = new ClassicClient(WEIR.baseUri());

  @AfterAll
  static void close() {
    BAD.close();
    GOOD.close();
  }

  @AfterEach
  void everybodyElseIsAnswered() {
    assertThat(client.get("/clusters/good/overview").status()).isEqualTo(200);
    assertThat(client.get("/clusters/bad/overview").status()).isEqualTo(200);
    JsonNode clusters = client.get("/clusters").json();
    assertThat(clusters.path("clusters").findValuesAsText("state"))
        .containsExactly("healthy", "healthy");
    assertThat(WEIR.process().isAlive()).isTrue();
    assertThat(WEIR.process().output()).doesNotContain("OutOfMemoryError");
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isIn(502, 503);
    assertThat(answer.json().path("detail").asText()).endsWith(".").doesNotContain("Exception");
  }

  @Test
  void anAnswerThatSaysItIsLargerThanTheHeapIsRefusedAtOnce() {
    BAD.at("/jobs/overview", BAD.announced(" ", LARGE));

    Answer answer = client.get("/clusters/bad/jobs");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.json().path("detail").asText())
        .matches("The cluster's answer is larger than \\d+ bytes\\.");
  }

  @Test
  void anAnswerThatDoesNotSayItIsLargeIsReadAsFarAsItMayBe() {
    BAD.at("/jobs/overview", BAD.repeated("200 OK", "{\"jobs\":[", "{},", LARGE));

    assertRefused(client.get("/clusters/bad/jobs"));
  }

  /** Each within what one answer may have; of one text, of many objects, of many levels. */
  @ParameterizedTest
  @ValueSource(strings = {"\"a\":\"|a", "\"vertices\":[|{},", "\"vertices\":|[", "\"x\":[|0,"})
  void answersThatAreLargerInMemoryThanOnTheWireAreRefused(String json) {
    String[] parts = json.split("\\|", 2);
    for (int i = 0; i < 24; i++) {
      BAD.at(JOB.formatted(i), BAD.repeated("200 OK", "{" + parts[0], parts[1], 15L << 20));
    }
    for (Answer answer : atOnce(24)) {
      assertRefused(answer);
    }
  }

  private List<Answer> atOnce(int count) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<CompletableFuture<Answer>> answers =
          IntStream.range(0, count)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> client.get("/clusters/bad" + JOB.formatted(i)), threads))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void ofAnErrorTheBeginningIsRead() {
    BAD.at(
        "/jobmanager/config",
        BAD.repeated(
            "500 Internal Server Error", "{\"errors\":[\"It is broken.\\n", "\\tat a.b.C", LARGE));

    Answer answer = client.get("/clusters/bad/jobmanager/config");

    assertThat(answer.status()).as("%s", answer).isEqualTo(502);
    assertThat(answer.json().path("detail").asText()).isEqualTo("It is broken.");
  }
}
