// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.testing.Answer;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.flink.FlinkCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/**
 * A session cluster of a real Flink with jobs to poll: a stream with a vertex of many subtasks, and
 * one that has ended.
 *
 * <ul>
 *   <li>{@code --examples FILE}: the jar of the example jobs
 *   <li>{@code --flink VERSION}: 2.3.0 unless given
 *   <li>{@code --subtasks N}: of the large vertex, 40 unless given; 1,000 take some 8 GB
 *   <li>{@code --waiting true}: the subtasks wait for slots, of which there are but a few, so that
 *       there can be more of them than a machine could run
 * </ul>
 */
public final class RealFlink {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final Map<String, String> JSON_CONTENT =
      Map.of("Content-Type", "application/json");
  private static final String PACKAGE = "dev.weir.examples.";
  private static final int OTHER_SLOTS = 4;
  private static final int MOST_SUBTASKS = 32768;

  private final ClassicClient client;
  private final String jar;

  private RealFlink(ClassicClient client, Path examples) throws IOException {
    this.client = client;
    String uploaded =
        successful(client.upload("examples.jar", Files.readAllBytes(examples)))
            .path("filename")
            .asText();
    this.jar = "/jars/" + uploaded.substring(uploaded.lastIndexOf('/') + 1);
  }

  /** Starts it, prints where everything is as JSON, and stays until it is killed. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = new Options(args);
    int subtasks = options.number("subtasks", 40);
    boolean waiting = options.flag("waiting");
    try (FlinkCluster cluster =
        FlinkCluster.of(options.text("flink", "2.3.0"))
            .slots(waiting ? OTHER_SLOTS : subtasks + OTHER_SLOTS)
            .configuration(waiting ? ofWaiting() : ofRunning(subtasks))
            .start()) {
      RealFlink flink =
          new RealFlink(
              new ClassicClient(cluster.restAddress()), Path.of(options.text("examples")));
      String ended = flink.runToItsEnd();
      ObjectNode about = waiting ? flink.submitStream(subtasks) : flink.runStream(subtasks);
      about.put("address", cluster.restAddress().toString()).put("ended", ended);
      System.out.println(about);
      new CountDownLatch(1).await();
    }
  }

  /**
   * The adaptive scheduler can give a job other parallelisms than it asks for, here at once. What
   * is there for a thousand idle tasks of one process: memory, time to start them, and no timer of
   * each that flushes its output.
   */
  private static Map<String, String> ofRunning(int subtasks) {
    return Map.of(
        "taskmanager.memory.process.size", (1600 + 6 * subtasks) + "m",
        "taskmanager.memory.network.min", (128 + 2 * subtasks) + "m",
        "taskmanager.memory.network.max", (128 + 2 * subtasks) + "m",
        "pipeline.max-parallelism", "4096",
        "execution.buffer-timeout.interval", "10 s",
        "pekko.ask.timeout", "5 min",
        "heartbeat.timeout", "300000",
        "jobmanager.scheduler", "adaptive",
        "jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling", "0 ms",
        "jobmanager.adaptive-scheduler.rescale-trigger.max-delay", "0 ms");
  }

  private static Map<String, String> ofWaiting() {
    return Map.of(
        "jobmanager.memory.process.size", "4096m",
        "pipeline.max-parallelism", Integer.toString(MOST_SUBTASKS),
        "slot.request.timeout", "86400000",
        "jobmanager.scheduler", "default");
  }

  private String runToItsEnd() throws IOException {
    String job = run("WordCount", JSON.createObjectNode());
    Awaitility.await("the end of job " + job)
        .atMost(DEADLINE)
        .until(() -> state(job).path("state").asText().equals("FINISHED"));
    return job;
  }

  /** With rare checkpoints, so that the cluster is at rest but for being polled. */
  private ObjectNode runStream(int subtasks) throws IOException {
    ObjectNode request = JSON.createObjectNode();
    request.putArray("programArgsList").add("--checkpoint-interval").add("600000");
    String job = run("CheckpointedStream", request);
    enlarge(job, subtasks);
    Awaitility.await("all subtasks of job " + job)
        .atMost(DEADLINE)
        .until(() -> readings(job).at("/tasks/RUNNING").asInt() == subtasks);
    return about(job, subtasks);
  }

  private ObjectNode submitStream(int subtasks) throws IOException {
    ObjectNode request = JSON.createObjectNode();
    request.putArray("programArgsList").add("--parallelism").add(Integer.toString(subtasks));
    String job = run("CheckpointedStream", request);
    Awaitility.await("all subtasks of job " + job)
        .atMost(DEADLINE)
        .until(() -> readings(job).at("/tasks/SCHEDULED").asInt() == subtasks);
    return about(job, subtasks);
  }

  private ObjectNode about(String job, int subtasks) {
    String vertex = readings(job).path("id").asText();
    return JSON.createObjectNode().put("job", job).put("vertex", vertex).put("subtasks", subtasks);
  }

  private JsonNode readings(String job) {
    for (JsonNode vertex : state(job).path("vertices")) {
      if (vertex.path("name").asText().equals("Readings")) {
        return vertex;
      }
    }
    throw new IllegalStateException("No vertex 'Readings' in job " + job);
  }

  private void enlarge(String job, int subtasks) throws IOException {
    String requirements = "/jobs/" + job + "/resource-requirements";
    String vertex = readings(job).path("id").asText();
    ObjectNode wanted = (ObjectNode) successful(client.get(requirements));
    ((ObjectNode) wanted.path(vertex).path("parallelism")).put("upperBound", subtasks);
    successful(client.send("PUT", requirements, JSON_CONTENT, JSON.writeValueAsBytes(wanted)));
  }

  private String run(String program, ObjectNode request) throws IOException {
    request.put("entryClass", PACKAGE + program);
    Answer answer =
        client.send("POST", jar + "/run", JSON_CONTENT, JSON.writeValueAsBytes(request));
    return successful(answer).path("jobid").asText();
  }

  private JsonNode state(String job) {
    return successful(client.get("/jobs/" + job));
  }

  private static JsonNode successful(Answer answer) {
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.json();
  }
}
