// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Savepoints that last longer than a server, and clusters that let little through. */
@Timeout(180)
class SavepointsIT extends RecordedJobs {
  private static WeirProcess another() {
    return WeirProcess.launch().arguments("--cluster", flink().toString()).start();
  }

  @Test
  void aSavepointThatIsUnderWayOutlivesTheServer() throws IOException {
    String job = start(6000);
    Path target = directory.resolve("slow");
    String path = "/jobs/" + job + "/cancel-with-savepoint";
    String into = path + "/target-directory/" + encoded(target.toUri().toString());
    String number;
    try (WeirProcess first = another()) {
      number = new ClassicClient(first.baseUri()).get(into).json().path("request-id").asText();
    }
    try (WeirProcess second = another()) {
      ClassicClient client = new ClassicClient(second.baseUri());
      assertThat(client.get(path + "/in-progress/" + number).text())
          .contains("\"status\":\"in-progress\"");
      String again = client.get(into).json().path("request-id").asText();

      for (String each : List.of(number, again)) {
        Callable<Answer> progress = () -> client.get(path + "/in-progress/" + each);
        Answer done = await().atMost(DEADLINE).until(progress, answer -> answer.status() != 202);
        assertThat(done.json().path("status").asText()).as("%s", done).isEqualTo("success");
      }
      assertThat(new SavepointNumbers(number, again).areApart()).isTrue();
    }
    assertThat(savepoints(target)).hasSize(1);
    awaitState(job, "CANCELED");
  }

  private record SavepointNumbers(String one, String other) {
    boolean areApart() {
      return Long.parseLong(one) < Long.parseLong(other);
    }
  }

  @Test
  void aSavepointOfSomebodyElseIsNotAborted() throws Exception {
    String job = start(3000);
    ClassicClient flink = new ClassicClient(flink());
    Path target = directory.resolve("others");
    flink.send(
        "POST",
        "/jobs/" + job + "/savepoints",
        Map.of("Content-Type", JSON),
        "{\"target-directory\":\"%s\"}".formatted(target.toUri()).getBytes(UTF_8));
    await()
        .atMost(DEADLINE)
        .until(
            () ->
                flink.get("/jobs/" + job + "/checkpoints").json().at("/counts/in_progress").asInt()
                    == 1);

    Answer refused = client().get("/jobs/" + job + "/cancel-with-savepoint");

    assertThat(refused.status()).as("%s", refused).isEqualTo(409);
    await().atMost(DEADLINE).until(() -> savepoints(target).size() == 1);
    cancel(job);
  }

  /** What {@code jq -r .status} makes of each answer decides whether a script goes on waiting. */
  @Test
  void whoWaitsForWhatThereIsNotIsTold() {
    String job = "f".repeat(32);
    for (String path :
        List.of(
            "/jobs/" + job + "/cancel-with-savepoint/in-progress/null",
            "/jobs/null/cancel-with-savepoint/in-progress/1",
            "/jobs/" + job + "/cancel-with-savepoint/in-progress/1")) {
      Answer answer = client().get(path);
      assertThat(answer.json().path("status").asText()).as("%s", answer).isIn("failed", "unknown");
    }
    long now = System.currentTimeMillis() * 100;
    Answer gone = client().get("/jobs/" + job + "/cancel-with-savepoint/in-progress/" + now);
    assertThat(gone.status()).as("%s", gone).isEqualTo(404);
    assertThat(gone.json().path("status").asText()).isEqualTo("unknown");
  }

  @Test
  void behindAProxyThatLetsOnlyReadingThroughAJobCanBeCancelled() throws IOException {
    String job = start(0);
    try (ReadingProxy proxy = new ReadingProxy(flink());
        WeirProcess weir =
            WeirProcess.launch().arguments("--cluster", proxy.address().toString()).start()) {
      ClassicClient client = new ClassicClient(weir.baseUri());

      Answer stop = client.post("/jobs/" + job + "/stop");
      assertThat(stop.status()).as("%s", stop).isEqualTo(502);
      assertThat(stop.json().path("detail").asText())
          .contains("does not let POST through (405); nothing was done")
          .doesNotContain("Flink");
      assertThat(client.delete("/jobs/" + job + "/cancel").status()).isEqualTo(200);

      awaitState(job, "CANCELED");
      assertThat(proxy.refused()).containsExactly("POST", "PATCH");
      assertThat(proxy.passed()).filteredOn(path -> path.endsWith("/yarn-cancel")).hasSize(1);
    }
  }
}
