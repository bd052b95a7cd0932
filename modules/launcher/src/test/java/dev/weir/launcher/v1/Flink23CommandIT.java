// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.Multipart;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The command of Flink 2.3.0, and what the Kubernetes operator and its autoscaler send. The
 * scheduler is the adaptive one, which alone takes other resource requirements.
 */
class Flink23CommandIT extends FlinkCommandContract {
  private static final String JOB = "%032x".formatted(23);

  Flink23CommandIT() {
    super(
        "2.3.0",
        Map.of(
            "jobmanager.scheduler", "adaptive",
            "jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling", "0 s",
            "metrics.fetcher.update-interval", "1000"));
  }

  private JsonNode get(String path) {
    Answer answer = v1().send("GET", path, asDeveloper());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  private Answer send(String method, String path, String type, byte[] body) {
    Map<String, String> headers = new HashMap<>(asDeveloper());
    headers.put("Content-Type", type);
    return v1().send(method, path, headers, body);
  }

  private JsonNode change(String method, String path, int status, String json) {
    Answer answer = send(method, path, "application/json; charset=UTF-8", json.getBytes(UTF_8));
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    return answer.json();
  }

  @Test
  void theOperatorUploadsRunsScalesSavesAndCancels() throws IOException {
    String jar = upload();
    String run =
        """
        {"entryClass":"dev.weir.examples.CheckpointedStream","programArgs":null,
         "programArgsList":["--rate","10"],"parallelism":null,"jobId":"%s",
         "allowNonRestoredState":null,"savepointPath":null,"claimMode":null,
         "flinkConfiguration":{"pipeline.max-parallelism":"8"}}
        """
            .formatted(JOB);
    assertThat(change("POST", "/jars/" + jar + "/run", 200, run).path("jobid").asText())
        .isEqualTo(JOB);
    // Right after the submission no answer may be older than it.
    assertThat(get("/jobs/" + JOB).path("jid").asText()).isEqualTo(JOB);
    assertThat(get("/jobs/overview").findValuesAsText("jid")).contains(JOB);
    await().atMost(DEADLINE).until(() -> state(JOB).equals("RUNNING"));
    assertThat(change("DELETE", "/jars/" + jar, 200, "{}")).isEmpty();

    theDocumentsOfTheOperator();
    theJobIsScaled();
    aTriggerThatIsSentTwiceIsOne();

    change("PATCH", "/jobs/" + JOB + "?mode=cancel", 202, "{}");
    await().atMost(DEADLINE).until(() -> state(JOB).equals("CANCELED"));
    change("PATCH", "/jobs/%032x?mode=cancel".formatted(99), 404, "{}");
    assertThat(change("DELETE", "/cluster", 403, "{}").at("/errors/0").asText())
        .contains("weir.v1.shutdown");
  }

  private String upload() throws IOException {
    byte[] form =
        new Multipart()
            .file(
                "file_0",
                "examples.jar",
                "application/java-archive",
                Files.readAllBytes(BuiltJars.examples()))
            .body();
    Answer uploaded = send("POST", "/jars/upload", Multipart.contentType(), form);
    assertThat(uploaded.status()).as("%s", uploaded).isEqualTo(200);
    String name = uploaded.json().path("filename").asText();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private void theDocumentsOfTheOperator() {
    String vertex = get("/jobs/" + JOB).at("/vertices/1/id").asText();
    assertThat(get("/config").path("flink-version").asText()).isEqualTo("2.3.0");
    assertThat(get("/overview").path("taskmanagers").asInt()).isEqualTo(1);
    assertThat(get("/jobs/" + JOB + "/config").path("jid").asText()).isEqualTo(JOB);
    assertThat(get("/jobs/" + JOB + "/checkpoints").path("counts")).isNotEmpty();
    assertThat(get("/datasets").path("dataSets")).isEmpty();
    assertThat(get("/jobmanager/config").findValuesAsText("key")).contains("jobmanager.scheduler");
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              assertThat(
                      get("/jobs/"
                              + JOB
                              + "/vertices/"
                              + vertex
                              + "/subtasks/metrics?get=numRecordsInPerSecond,busyTimeMsPerSecond")
                          .findValuesAsText("id"))
                  .containsExactlyInAnyOrder("numRecordsInPerSecond", "busyTimeMsPerSecond");
              assertThat(
                      get("/taskmanagers/metrics?get=Status.JVM.Memory.Heap.Used&agg=max")
                          .findValuesAsText("id"))
                  .containsExactly("Status.JVM.Memory.Heap.Used");
            });
  }

  private void theJobIsScaled() {
    String path = "/jobs/" + JOB + "/resource-requirements";
    JsonNode before = get(path);
    String scaled = before.toString().replaceAll("\"upperBound\":\\d+", "\"upperBound\":1");

    change("PUT", path, 200, scaled);

    assertThat(get(path).findValuesAsText("upperBound")).containsOnly("1");
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () ->
                assertThat(get("/jobs/" + JOB).path("vertices").findValuesAsText("parallelism"))
                    .containsOnly("1"));
    await().atMost(DEADLINE).until(() -> state(JOB).equals("RUNNING"));
  }

  private void aTriggerThatIsSentTwiceIsOne() {
    String trigger = "%032x".formatted(24);
    String body =
        "{\"cancel-job\":false,\"formatType\":\"CANONICAL\",\"triggerId\":\"%s\"}"
            .formatted(trigger);
    for (int i = 0; i < 2; i++) {
      assertThat(
              change("POST", "/jobs/" + JOB + "/savepoints", 202, body).path("request-id").asText())
          .isEqualTo(trigger);
    }
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () ->
                assertThat(
                        get("/jobs/" + JOB + "/savepoints/" + trigger)
                            .at("/operation/location")
                            .asText())
                    .startsWith("file:"));
  }
}
