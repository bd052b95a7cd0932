// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * A live cluster in the state of the recorded one: a finished job with accumulators, a failed one
 * that was restarted once, a stream cancelled with a savepoint, and one that runs.
 */
final class LiveCluster {
  static final String EXAMPLES = "dev.weir.examples.";
  static final String CHECKPOINTED_STREAM = EXAMPLES + "CheckpointedStream";
  static final String WORD_COUNT = EXAMPLES + "WordCount";
  static final String FAILING_STREAM = EXAMPLES + "FailingStream";

  /** The captures show the last two checkpoints of a job, one of which a savepoint takes over. */
  private static final int CHECKPOINTS = 3;

  private final ClassicClient client;
  private final ClassicReader reader;
  private final byte[] program;
  private final Map<JobKind, String> jobs = new EnumMap<>(JobKind.class);
  private final String jarId;
  private final String savepointPath;

  private LiveCluster(ClassicClient client, byte[] program) {
    this.client = requireNonNull(client);
    this.reader = new ClassicReader(client);
    this.program = program.clone();
    this.jarId = text(client.upload("examples.jar", program), "filename");
    jobs.put(JobKind.FINISHED, run(WORD_COUNT, "--mode batch"));
    reader.awaitState(job(JobKind.FINISHED), "FINISHED");
    jobs.put(JobKind.FAILED, run(FAILING_STREAM, ""));
    reader.awaitState(job(JobKind.FAILED), "FAILED");
    jobs.put(JobKind.CANCELED, run(CHECKPOINTED_STREAM, ""));
    awaitCheckpoints(JobKind.CANCELED);
    this.savepointPath = cancelWithSavepoint(job(JobKind.CANCELED));
    jobs.put(JobKind.RUNNING, run(CHECKPOINTED_STREAM, ""));
    awaitCheckpoints(JobKind.RUNNING);
    awaitMetrics(JobKind.RUNNING);
  }

  /**
   * Uploads the examples, runs jobs of all kinds and waits for their states.
   *
   * @param program the jar of the examples
   */
  static LiveCluster inTheRecordedState(ClassicClient client, byte[] program) {
    return new LiveCluster(client, program);
  }

  ClassicClient client() {
    return client;
  }

  ClassicReader reader() {
    return reader;
  }

  /** The jar of the examples. */
  byte[] program() {
    return program.clone();
  }

  /** The id under which the examples were uploaded. */
  String jarId() {
    return jarId;
  }

  /** The id of the job of a kind. */
  String job(JobKind kind) {
    return requireNonNull(jobs.get(kind), kind::name);
  }

  /** The document of the job of a kind, or one below it. */
  JsonNode read(JobKind kind, String below) {
    return reader.job(job(kind), below);
  }

  /** Where the savepoint is with which the job of that kind was cancelled. */
  String savepointPath() {
    return savepointPath;
  }

  /** What the cluster calls things. */
  ClusterNames names() {
    return new ClusterNames(jobs, reader::get);
  }

  /** Runs one of the examples and returns the id of the job. */
  String run(String entryClass, String arguments) {
    String query = "?entry-class=" + entryClass;
    if (!arguments.isEmpty()) {
      query += "&program-args=" + URLEncoder.encode(arguments, StandardCharsets.UTF_8);
    }
    return text(client.post("/jars/" + jarId + "/run" + query), "jobid");
  }

  /** Cancels a job with a savepoint in the default directory and returns where that is. */
  private String cancelWithSavepoint(String job) {
    Answer accepted = client.get("/jobs/" + job + "/cancel-with-savepoint/");
    assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
    Answer done = awaitProgress(progressOf(accepted));
    assertThat(done.status()).as("%s", done).isEqualTo(201);
    reader.awaitState(job, "CANCELED");
    return done.json().path("savepoint-path").asText();
  }

  /** The path at which the progress of what was accepted is. */
  String progressOf(Answer accepted) {
    return client.here(accepted.json().path("location").asText());
  }

  /** The answer about a request as soon as it is no longer in progress. */
  Answer awaitProgress(String path) {
    return reader.awaitAnswer("progress at " + path, path, answer -> answer.status() != 202);
  }

  private void awaitCheckpoints(JobKind kind) {
    reader.awaitRunning(job(kind));
    reader.await(
        "checkpoints of the job that is " + kind,
        "/jobs/" + job(kind) + "/checkpoints",
        checkpoints -> checkpoints.path("counts").path("completed").asInt() >= CHECKPOINTS);
  }

  private void awaitMetrics(JobKind kind) {
    String path = "/jobs/" + job(kind);
    for (String vertex : PlanPosition.of(names().plan(kind)).keySet()) {
      reader.await(
          "metrics of vertex " + vertex,
          path + "/vertices/" + vertex + "/metrics",
          metrics -> !metrics.isEmpty());
      reader.await(
          "back pressure of vertex " + vertex,
          path + "/vertices/" + vertex + "/backpressure",
          pressure -> pressure.path("status").asText().equals("ok"));
    }
    reader.await("metrics of the job", path + "/metrics", metrics -> !metrics.isEmpty());
  }

  private static String text(Answer answer, String member) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().path(member).isTextual()).as("%s", answer).isTrue();
    return answer.json().path(member).textValue();
  }
}
