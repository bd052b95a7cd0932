// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Reads documents that have to be there, and waits for them to say something. */
final class ClassicReader {
  private static final Duration DEADLINE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final ClassicClient client;

  ClassicReader(ClassicClient client) {
    this.client = requireNonNull(client);
  }

  /** The document at a path. */
  JsonNode get(String path) {
    Answer answer = client.get(path);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  /** The document of a job, or one below it. */
  JsonNode job(String id, String below) {
    return get("/jobs/" + id + below);
  }

  /** The document at a path as soon as it is as wanted. */
  JsonNode await(String what, String path, Predicate<JsonNode> wanted) {
    return Awaitility.await(what)
        .atMost(DEADLINE)
        .pollInterval(PAUSE)
        .until(() -> get(path), wanted);
  }

  /** The answer to a GET, whatever its status, as soon as it is as wanted. */
  Answer awaitAnswer(String what, String path, Predicate<Answer> wanted) {
    return Awaitility.await(what)
        .atMost(DEADLINE)
        .pollInterval(PAUSE)
        .until(() -> client.get(path), wanted);
  }

  /** The document of a job as soon as the job is in a state. */
  JsonNode awaitState(String job, String state) {
    return await(
        "job " + job + " is " + state,
        "/jobs/" + job,
        details -> details.path("state").asText().equals(state));
  }

  /** The document of a job as soon as all its tasks run. */
  JsonNode awaitRunning(String job) {
    return await(
        "all tasks of job " + job + " run",
        "/jobs/" + job,
        details ->
            details.path("state").asText().equals("RUNNING")
                && details.path("status-counts").path("RUNNING").asInt()
                    == details.path("vertices").size());
  }

  /** Waits until an assertion holds; documents are snapshots of their own and may differ in age. */
  void eventually(ThrowingRunnable assertion) {
    Awaitility.await().atMost(DEADLINE).pollInterval(PAUSE).untilAsserted(assertion);
  }
}
