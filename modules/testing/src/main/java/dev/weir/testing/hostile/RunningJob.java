// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * A job with checkpoints that runs while a server is being tried.
 *
 * @param id id of the job
 * @param vertex id of one of its vertices
 * @param jar id of its program
 */
record RunningJob(String id, String vertex, String jar) {
  private static final Duration DEADLINE = Duration.ofSeconds(90);

  /** Uploads the examples, runs the stream with checkpoints and waits for the first of them. */
  static RunningJob start(ClassicClient client, Path examples) throws IOException {
    String jar = member(client.upload("examples.jar", Files.readAllBytes(examples)), "filename");
    String id =
        member(
            client.post("/jars/" + jar + "/run?entry-class=dev.weir.examples.CheckpointedStream"),
            "jobid");
    Awaitility.await("a checkpoint of job " + id)
        .atMost(DEADLINE)
        .until(
            () ->
                client.get("/jobs/" + id + "/checkpoints").json().at("/counts/completed").asInt()
                    > 0);
    JsonNode vertices = client.get("/jobs/" + id).json().path("vertices");
    return new RunningJob(id, vertices.get(0).path("id").asText(), jar);
  }

  private static String member(Answer answer, String member) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().path(member).asText();
  }
}
